[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#assign head][@siteData /][/#assign]
[@page.layout title=content.phrase!i18n["portail.accueil.phrase"] description=host.attribute(content, "description") head=head]
  <div class="hero">
    <div class="hero-words">
      <h1>${content.phrase!i18n["portail.accueil.phrase"]}</h1>
      <p class="hero-text">${content.texte!i18n["portail.accueil.texte"]}</p>
    </div>
    [@cms.area name="portes" /]
    [@cms.area name="bientot" /]
    [#include "/portail/templates/includes/bocage.ftl"]
  </div>
  [@cms.area name="blocs" /]
[/@page.layout]

[#macro siteData]
[#local name = host.json(host.plain(page.home, "nomSite")) here = host.json(host.canonical(ctx.contextPath + "/"))]
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
  {"@type":"WebSite","name":${name},"url":${here},"inLanguage":"fr"[#if host.canSearch()],"potentialAction":{"@type":"SearchAction","target":${host.json(host.canonical(ctx.contextPath + "/recherche") + "?q={search_term_string}")},"query-input":"required name=search_term_string"}[/#if]},
  {"@type":"Organization","name":${name},"url":${here},"logo":${host.json(host.canonical(host.resource("/portail/webresources/icone-180.png")))}}
]}</script>
[/#macro]
