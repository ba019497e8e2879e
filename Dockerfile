# Built in one stage, run in another: the image holds Python, the locked packages and policykg.
FROM python:3.12-slim AS build
WORKDIR /src
RUN python -m venv /opt/policykg
COPY requirements/runtime.txt requirements/runtime.txt
RUN /opt/policykg/bin/pip install --no-cache-dir --require-hashes -r requirements/runtime.txt
COPY pyproject.toml README.md LICENSE ./
COPY schema schema
COPY kg kg
COPY loaders loaders
COPY api api
RUN /opt/policykg/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.12-slim
RUN useradd --create-home --uid 10001 policykg
COPY --from=build /opt/policykg /opt/policykg
ENV PATH=/opt/policykg/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    POLICYKG_HOME=/home/policykg \
    POLICYKG_HOST=0.0.0.0 \
    POLICYKG_PORT=8000
USER policykg
WORKDIR /home/policykg
VOLUME /home/policykg
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["policykg"]
CMD ["serve"]
