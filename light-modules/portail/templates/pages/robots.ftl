[#import "/portail/templates/includes/host.ftl" as host]
[#assign done = ctx.response.setContentType("text/plain")!""]
User-agent: *
[#if host.isBocage()]
Disallow: ${ctx.contextPath}/espace
Disallow: ${ctx.contextPath}/author
Disallow: ${ctx.contextPath}/connexion
[#else]
Disallow:
[/#if]

Sitemap: ${host.canonical(ctx.contextPath + "/sitemap.xml")}
