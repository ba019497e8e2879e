-- Which official papers treat a topic, and which articles cite them?
WITH RECURSIVE wanted(id) AS (
  SELECT id FROM "Topic" WHERE uri = :topic OR notation = :topic
  UNION
  SELECT b.source FROM "BROADER" b JOIN wanted w ON b.target = w.id
),
paper(id, kind) AS (
  SELECT id, group_concat(kind, '; ') FROM (
    SELECT id, 'Legislation' AS kind FROM "Legislation"
    UNION ALL
    SELECT id, 'Proposal' FROM "Proposal"
    UNION ALL
    SELECT id, 'Report' FROM "Report"
    ORDER BY kind)
  GROUP BY id
),
treated(paper, topics) AS (
  SELECT paper, group_concat(label, '; ') FROM (
    SELECT DISTINCT m.source AS paper, t."prefLabel" AS label
    FROM "MENTIONS" m JOIN "Topic" t ON t.id = m.target
    WHERE :topic IS NULL OR t.id IN (SELECT id FROM wanted)
    ORDER BY label)
  GROUP BY paper
)
SELECT DISTINCT
  coalesce(p.headline, p.name) AS paper,
  p.uri AS paper_uri,
  paper.kind AS kind,
  treated.topics AS topic,
  coalesce(c.headline, c.name) AS cited_by,
  c.uri AS cited_by_uri,
  c.url AS cited_by_url,
  c."publishedOn" AS cited_by_published_on
FROM paper
JOIN treated ON treated.paper = paper.id
JOIN "Document" p ON p.id = paper.id
LEFT JOIN "CITES" r ON r.target = paper.id
LEFT JOIN "Document" c ON c.id = r.source
ORDER BY coalesce(p.headline, p.name) IS NULL, coalesce(p.headline, p.name), paper_uri,
  cited_by_published_on IS NULL, cited_by_published_on, cited_by_uri IS NULL, cited_by_uri
