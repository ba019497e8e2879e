// The page of the API: Swagger UI on the service's own description of itself.
// Comes in: openapi.json. Goes out: every route with its parameters, to try out.
// Loaded after vendor/swagger-ui-bundle.js, which sets SwaggerUIBundle.
window.SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#swagger-ui",
  presets: [window.SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  deepLinking: true,
  validatorUrl: null, // would send the description to another host
});
