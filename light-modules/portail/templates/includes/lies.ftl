[#import "/portail/templates/includes/host.ftl" as host]

[#-- What a page about one commune or one acteur shows of the other rubriques: each adds a component that lists its own. --]

[#-- What the page is about: commune and acteur, each an item or empty. --]
[#assign commune = ((ctx.commune!"")?string?has_content)?then(host.byPath("/communes/" + ctx.commune, "vocabulaires"), {})]
[#assign acteur = ((ctx.acteur!"")?string?has_content)?then(host.bySlug("acteurs", "bocage:acteur", ctx.acteur?string), {})]

[#-- The filters of `host.list` for it, given the properties that refer to a commune and to an acteur; empty: it is about neither. --]
[#function filters communeProperty acteurProperty]
  [#if (acteur.@id)?? && acteurProperty?has_content][#return {acteurProperty: acteur.@id}][/#if]
  [#if (commune.@id)?? && communeProperty?has_content][#return {communeProperty: commune.@id}][/#if]
  [#return {}]
[/#function]

[#-- A block with a title, and a link to all there is when there is more. --]
[#macro block name title more="" moreLabel=""]
<section class="block block-lies" aria-labelledby="lies-${name}">
  <div class="inside">
    <h2 class="block-title" id="lies-${name}">${title}</h2>
    [#nested]
    [#if more?has_content]<p class="block-more"><a class="more" href="${more}">${moreLabel}</a></p>[/#if]
  </div>
</section>
[/#macro]
