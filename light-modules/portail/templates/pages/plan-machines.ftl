[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/page.ftl" as page]
[#assign done = ctx.response.setContentType("application/xml")!""]
[#-- Types of items that have pages of their own; an annonce leaves with its last day, a fiche after two years unconfirmed. --]
[#assign types = [
  {"workspace": "actus", "type": "bocage:actu"},
  {"workspace": "evenements", "type": "bocage:evenement"},
  {"workspace": "annonces", "type": "bocage:annonce", "filters": {"cloture": {"from": host.day()}}},
  {"workspace": "acteurs", "type": "bocage:acteur", "filters": {"verifieLe": {"from": host.day(-730)}}},
  {"workspace": "lieux", "type": "bocage:lieu"},
  {"workspace": "projets", "type": "bocage:projet"},
  {"workspace": "ressources", "type": "bocage:ressource"},
  {"workspace": "pochettes", "type": "bocage:pochette"},
  {"workspace": "actions", "type": "bocage:action"},
  {"workspace": "missions", "type": "bocage:mission"},
  {"workspace": "albums", "type": "bocage:album"}
]]
[#assign foot = page.footerPages()?map(one -> one.path) home = (page.home.@path)!""]
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
[@address ctx.contextPath + "/" page.home /]
[@pages cmsfn.contentByPath("/") /]
[#list types as one]
[#list host.list(one + {"sort": "titre", "page": 1, "size": 5000}).items as item]
[@address host.link(item) item /]
[/#list]
[/#list]
</urlset>

[#-- What the menu or the footer may show: other pages are frames of items, or group pages. --]
[#macro pages parent]
[#list cmsfn.children(parent, "mgnl:page")![] as one]
[#if !host.isTrue(one.hideInNav!false) || foot?seq_contains(one.@path)]
[#if one.@path != home && !page.isGroup(one)][@address host.link(one) one /][/#if]
[@pages one /]
[/#if]
[/#list]
[/#macro]

[#macro address where node]
[#local changed = cmsfn.metaData(node, "mgnl:lastModified")!""]
<url><loc>${host.canonical(where)}</loc>[#if changed?has_content]<lastmod>${changed}</lastmod>[/#if]</url>
[/#macro]
