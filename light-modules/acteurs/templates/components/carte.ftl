[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/blocs.ftl" as blocs]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/acteurs/templates/includes/plan.ftl" as plan]
[#import "/acteurs/templates/includes/territoire.ftl" as territoire]
[#-- Places on the drawing of the territory, each with its number, and the list that says what they are. --]
[#assign town = host.byId(content.commune!"", "vocabulaires") shown = []]
[#list host.references(content.acteurs![], "acteurs") + host.references(content.lieux![], "lieux") as one]
  [#assign commune = host.byId(one.commune!"", "vocabulaires")]
  [#assign shown += [{"at": plan.pointOf(one, commune), "href": host.link(one), "title": one.titre!one.@name, "where": commune.titre!""}]]
[/#list]
[#if town?has_content]
  [#assign shown += [{"at": plan.pointOf({}, town), "href": reseau.communeAt(town), "title": town.titre!town.@name, "where": ""}]]
[/#if]
[#if shown?has_content]
[#assign drawn = shown?filter(one -> one.at?has_content)]
<figure class="places">
  ${reseau.style}${blocs.style}
  [#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
  [#if drawn?has_content]
  [#assign spread = plan.spread(drawn?map(one -> one.at))]
  <svg class="territoire territoire-map${plan.fine()}" viewBox="0 0 ${territoire.width?c} ${territoire.height?c}"><g role="group" aria-label="${i18n["carte.bloc.dessin"]}">
    [@plan.textures /]
    <g aria-hidden="true">[@plan.plots "" town.@name!"" /]</g>
    [#list drawn as one]
    [#assign point = spread[one?index] told = one.title + one.where?has_content?then(", " + one.where, "")]
    [#if one.href?has_content]<a class="pin" href="${one.href}"><title>${told}</title>[@mark point one?counter /]</a>[#else]<g class="pin"><title>${told}</title>[@mark point one?counter /]</g>[/#if]
    [/#list]
  </g></svg>
  [/#if]
  <ol class="places-list">
    [#list drawn + shown?filter(one -> !one.at?has_content) as one]
    <li>[#if one.href?has_content]<a href="${one.href}">${one.title}</a>[#else]${one.title}[/#if][#if one.where?has_content], ${one.where}[/#if]</li>
    [/#list]
  </ol>
  <figcaption>[#if content.legende?has_content]${content.legende} [/#if]<span class="credit">${i18n[(territoire.source == "geonames")?then("carte.credits", "carte.credits.insee")]}</span></figcaption>
</figure>
[#else]
[@blocs.heading content false i18n["carte.bloc.vide"] /]
[/#if]

[#macro mark point number]<circle class="marker marker-many" cx="${point.x}" cy="${point.y}" r="34"/><text x="${point.x}" y="${point.y + 13}">${number?c}</text>[/#macro]
