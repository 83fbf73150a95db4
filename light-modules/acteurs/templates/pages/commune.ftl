[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/acteurs/templates/includes/plan.ftl" as plan]
[#import "/acteurs/templates/includes/territoire.ftl" as territoire]

[#-- The page of one commune, or without any the choice of one. --]
[#assign slug = (ctx.commune!"")?string base = reseau.communes()]
[#assign commune = slug?has_content?then(host.byPath("/communes/" + slug, "vocabulaires"), {})]
[#if slug?has_content && !(commune.codeInsee)?has_content]
  [@host.notFound /]
[#else]
  [#assign title = commune?has_content?then(commune.titre!slug, content.title!content.@name)]
  [#assign trail = [{"label": content.title!content.@name, "plain": host.plain(content, "title"), "href": base}]]
  [#if commune?has_content][#assign trail += [{"label": title, "plain": host.plain(commune, "titre"), "href": host.below(base, "/" + slug)}]][/#if]
  [#assign head]${reseau.style}${plan.script}[@page.breadcrumbData trail /][/#assign]
  [#assign summary = commune?has_content?then(i18n.get("commune.description", [title]), host.attribute(content, "description"))]
  [@page.layout title=title description=summary rubrique="reseau" address=trail?last.href head=head]
    [#if commune?has_content]
    [#-- Only where somebody knows which communes are near. --]
    [#assign agenda = (territoire.cells?has_content && host.communeGroups()?has_content)?then(host.pageAt("/agenda"), "")]
    [#assign drawing][#if territoire.cells?has_content][@drawn "territoire band-territoire" /][/#if][/#assign]
    [@page.band title=title intro=i18n["commune.intro"] drawing=drawing /]
    <div class="inside">
      [@page.breadcrumb trail /]
      <p class="ways">[#if agenda?has_content]<a class="button button-quiet" href="${agenda}?quand=week-end&amp;pres=${slug?url("UTF-8")}">[@icones.icon "agenda" /] ${i18n["commune.weekEnd"]}</a>[/#if]
      <button type="button" class="button button-quiet own-commune" data-commune="${host.text(slug)}" aria-pressed="false" hidden><span class="own-no">${i18n["commune.laMienne"]}</span><span class="own-yes">${i18n["commune.laMienne.oui"]}</span></button></p>
      [@others /]
    </div>
    [#else]
    [@page.band title=title intro=content.intro!"" /]
    <div class="inside">
      [@page.breadcrumb trail /]
      [#if territoire.cells?has_content][@reseau.ownCommune /][/#if]
      [#if territoire.cells?has_content]<div class="commune-plan">[@drawn "territoire" /][@others /]</div>
      [#else][@page.empty i18n["commune.aucune.titre"] i18n["commune.aucune.texte"] /][/#if]
    </div>
    [/#if]
    [#if commune?has_content]
      [#assign blocks][@cms.area name="blocs" /][/#assign]
      ${blocks}
      [#if !blocks?contains("<section")]
      <div class="inside">[@page.empty i18n["commune.vide.titre"] i18n["commune.vide.texte"] /]</div>
      [/#if]
    [/#if]
    [@suite.steps [
      {"href": host.pageAt("/reseau/carte"), "icon": "carte", "title": i18n["reseau.suite.carte"], "text": i18n["reseau.suite.carte.texte"]},
      {"href": host.pageAt("/reseau/acteurs"), "icon": "acteurs", "title": i18n["reseau.suite.acteurs"], "text": i18n["reseau.suite.acteurs.texte"]}
    ] /]
  [/@page.layout]
[/#if]

[#macro drawn class]
<svg class="${class}${plan.fine()}" viewBox="0 0 ${territoire.width?c} ${territoire.height?c}"><g role="group" aria-label="${i18n["carte.dessin.communes"]}" data-arrows="${i18n["carte.fleches"]}">
  [@plan.textures /]
  [@plan.plots base slug /]
  [#if !commune?has_content][@plan.names /][/#if]
</g></svg>
[/#macro]

[#macro others]
<details class="communes"[#if !commune?has_content] open[/#if]>
  <summary>${commune?has_content?then(i18n["commune.autre"], i18n["acteurs.mosaique.communes"])}</summary>
  <ul>[#list territoire.cells as code, cell]<li><a href="${host.below(base, "/" + cell.slug)}"[#if cell.slug == slug] aria-current="page"[/#if]>${cell.nom}</a></li>[/#list]</ul>
</details>
[/#macro]
