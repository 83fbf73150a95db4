[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/date.ftl" as date]
[#-- RFC 9116. The date renews itself: somebody reads that mail as long as the portal runs. --]
[#assign mail = host.plain(page.home, "securite")]
[#if !mail?has_content][#assign mail = page.saidPlain("contactCourriel")][/#if]
[#if !mail?has_content]
  [@host.notFound /]
[#else]
[#assign done = ctx.response.setContentType("text/plain")!""]
Contact: mailto:${mail?replace("\\s", "", "r")}
Expires: ${host.formatDate(date.plusDays(host.day(), 180), "yyyy-MM-dd'T'HH:mm:ssXXX")}
Preferred-Languages: fr, en
Canonical: ${host.canonical(ctx.contextPath + "/.well-known/security.txt")}
[/#if]
