[#assign accueil = cmsfn.siteRoot(content)]
[#assign theme = sitefn.theme(sitefn.site())]
<!DOCTYPE html>
<html lang="${cmsfn.language()}">
<head>
[@cms.page /]
<title>${content.title!content.@name} — ${accueil.title!}</title>
[#list theme.cssFiles as css]<link rel="stylesheet" href="${ctx.contextPath}${css.link}">[/#list]
[#list cmsfn.localizedLinks() as langue, adresse]<link rel="alternate" hreflang="${langue}" href="${adresse}">[/#list]
</head>
<body class="${cmsfn.templateType(content)}">
<nav>
[#macro menu page niveau]
  <ul class="niveau${niveau}">
  [#list navfn.navItems(page) as item]
    <li[#if navfn.isActive(content, item)] class="actif"[#elseif navfn.isOpen(content, item)] class="ouvert"[/#if]>
      <a href="${navfn.link(item)}">${item.title!item.@name}</a>
      [#if navfn.isOpen(content, item) || navfn.isActive(content, item)][@menu item niveau + 1 /][/#if]
    </li>
  [/#list]
  </ul>
[/#macro]
[@menu navfn.rootPage(content) 1 /]
</nav>
<p class="fil">[#list cmsfn.ancestors(content, "mgnl:page") as p]<a href="${cmsfn.link(p)}">${p.title}</a> › [/#list]${content.title}</p>
[@cms.area name="bandeau" /]
<main>[@cms.area name="contenu" /]</main>
[#if def.parameters.sommaire!false]
<ul class="sommaire">[#list cmsfn.children(content, "mgnl:page") as p]<li>${p.title}</li>[/#list]</ul>
[/#if]
<aside>[@cms.area name="cote" /]</aside>
[@cms.area name="pied" /]
[#assign site = sitefn.site()]
<p class="site">${site.domains?first.name} ${site.mappings.site.handlePrefix} ${site.cors?size}</p>
<p class="tel">${sitefn.site().parameters.telephone}</p>
${resfn.js(["glob:/vitrine/webresources/**/*.js"], "defer")}
</body>
</html>
