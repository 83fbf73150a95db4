[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/integre.ftl" as integre]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/acteurs/templates/includes/annuaire.ftl" as annuaire]
[#import "/acteurs/templates/includes/plan.ftl" as plan]
[#import "/acteurs/templates/includes/territoire.ftl" as territoire]

[#--
  The map in a frame of another site, or one structure of it. A commune has one pin with its number of structures, which leads to its
  page: as many as there are, the frame stays light. A territory of too many plots has its list alone.
--]
[#assign mostOutlines = 18000 mostNames = 60]
[#assign slug = (ctx.slug!"")?string section = host.pageAt("/reseau/carte") all = i18n["portail.integre.carte.tout"]]
[#if slug?has_content]
  [#assign acteur = host.bySlug("acteurs", "bocage:acteur", slug)]
  [#if !acteur?has_content || reseau.isAsleep(acteur)]
    [@integre.past "reseau" section all /]
  [#else]
    [#assign facts = [reseau.wordOf(acteur.famille!""), reseau.wordOf(acteur.commune!"")]?filter(words -> words?has_content)]
    [@integre.frame title=acteur.titre!acteur.@name rubrique="reseau" href=host.link(acteur) more=i18n["portail.integre.voir"] refused=integre.refusal([], ["slug"])]
      [@integre.item host.plain(acteur, "accroche")][#list facts as words]<li>${words}</li>[/#list][/@integre.item]
    [/@integre.frame]
  [/#if]
[#else]
  [#assign asked = annuaire.filters() refused = integre.refusal(asked)]
  [#assign found = refused?has_content?then([], reseau.onMap(reseau.acteurs(choix.wanted(asked), 1, 1000).items)) groups = [] left = mostNames]
  [#list (refused?has_content || !territoire.communes?has_content)?then([], host.children(territoire.communes)) as commune]
    [#assign members = found?filter(one -> (one.commune!"") == commune.@id)]
    [#if members?has_content][#assign groups += [{"commune": commune, "members": members}]][/#if]
  [/#list]
  [@integre.frame title=i18n["portail.integre.carte"] rubrique="reseau" href=section?has_content?then(choix.at(section, choix.query(asked)), "") more=all refused=refused]
    [#if !groups?has_content]
    [@integre.nothing /]
    [#else]
    [#assign outlines = 0]
    [#list territoire.cells as code, cell][#assign outlines += cell.d?length][/#list]
    [#if outlines gt 0 && outlines lte mostOutlines]
    <svg class="territoire${plan.fine()}" viewBox="0 0 ${territoire.width?c} ${territoire.height?c}" role="group" aria-label="${i18n["carte.dessin"]}">
      [@plan.textures /]
      <g aria-hidden="true">[#list territoire.cells as code, cell]<path class="plot" d="${cell.d}" fill="url(#p${cell.fill})"/>[/#list]</g>
      [@pins /]
    </svg>
    [/#if]
    <ul class="names">
      [#list groups as group]
      <li><strong>${group.commune.titre!group.commune.@name}</strong>
        [#assign shown = group.members[0..*left] address = reseau.communeAt(group.commune)]
        [#list shown as one]<a href="${host.link(one)}" target="_top">${one.titre!one.@name}</a>[#sep], [/#list][#if shown?size < group.members?size][#if shown?has_content], [/#if]<a href="${address?has_content?then(address, section)}" target="_top">${i18n.get((group.members?size - shown?size == 1)?then("portail.integre.carte.autre", "portail.integre.carte.autres"), [(group.members?size - shown?size)?c, group.commune.titre!group.commune.@name])}</a>[/#if]
        [#assign left -= shown?size]
      </li>
      [/#list]
    </ul>
    [/#if]
  [/@integre.frame]
[/#if]

[#-- The pins, moved a little where two are too near for a finger. --]
[#macro pins]
[#local placed = groups?filter(group -> territoire.cells[group.commune.codeInsee!""]?? && reseau.communeAt(group.commune)?has_content)]
[#local points = plan.spread(placed?map(group -> {"x": territoire.cells[group.commune.codeInsee].bourgX, "y": territoire.cells[group.commune.codeInsee].bourgY}))]
[#list placed as group]
[#local point = points[group?index] name = group.commune.titre!group.commune.@name]
<a class="pin" href="${reseau.communeAt(group.commune)}" target="_top"><title>${name} : ${reseau.count("acteurs", group.members?size)}</title>[@plan.reach point /]<circle class="marker" cx="${point.x?c}" cy="${point.y?c}" r="27"/><text x="${point.x?c}" y="${(point.y + 11)?c}">${group.members?size?c}</text></a>
[/#list]
[/#macro]
