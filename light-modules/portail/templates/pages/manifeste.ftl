[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#-- What a phone asks of a site that is put on its first screen (W3C, Web Application Manifest). --]
[#assign done = ctx.response.setContentType("application/manifest+json")!"" short = page.saidPlain("nomCourt")]
[#assign name = page.siteNamePlain()]
{
  "name": ${host.json(name)},
  "short_name": ${host.json(short?has_content?then(short, name))},
  "lang": "fr",
  "start_url": ${host.json(ctx.contextPath + "/")},
  "display": "browser",
  "background_color": "#FFFAF0",
  "theme_color": "#FFFAF0",
  "icons": [
    { "src": ${host.json(page.icon("icone-192"))}, "sizes": "192x192", "type": "image/png" },
    { "src": ${host.json(page.icon("icone-512"))}, "sizes": "512x512", "type": "image/png" }
  ]
}
