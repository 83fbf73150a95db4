[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/page.ftl" as page]
[#assign done = ctx.response.setContentType("application/xml")!""]
[#-- Types of items that have pages of their own are the parameters of the template; an annonce leaves with its last day, a fiche
  after two years unconfirmed; a project comes once it is more than an idea. --]
[#assign filters = {"annonces": {"cloture": {"from": host.day()}}, "acteurs": {"verifieLe": {"from": host.day(-730)}}, "projets": {"stade": ["lancement", "installe", "en-pause"]}}]
[#assign foot = page.footerPages()?map(one -> one.path) home = (page.home.@path)!""]
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
[@address ctx.contextPath + "/" page.home /]
[@pages host.root("website") /]
[#list def.parameters as workspace, type]
[#list host.list({"workspace": workspace, "type": type, "filters": filters[workspace]!{}, "sort": "titre", "page": 1, "size": 5000}).items as item]
[@address host.link(item) item /]
[/#list]
[/#list]
</urlset>

[#-- What the menu or the footer may show: other pages are frames of items, or group pages. --]
[#macro pages parent]
[#list host.children(parent, "mgnl:page") as one]
[#if !host.isTrue(one.hideInNav!false) || foot?seq_contains(one.@path)]
[#if one.@path != home && !page.isGroup(one)][@address host.link(one) one /][/#if]
[@pages one /]
[/#if]
[/#list]
[/#macro]

[#macro address where node]
[#if !where?has_content][#return][/#if]
[#local changed = (node.@path)???then(cmsfn.metaData(node, "mgnl:lastModified")!"", "")]
<url><loc>${host.canonical(where)}</loc>[#if changed?has_content]<lastmod>${changed?replace("\\.[0-9]+Z$", "Z", "r")}</lastmod>[/#if]</url>
[/#macro]
