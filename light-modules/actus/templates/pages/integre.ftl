[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/integre.ftl" as integre]
[#import "/actus/templates/includes/actu.ftl" as actus]

[#-- The latest news in a frame of another site, or one piece of it. --]
[#assign slug = (ctx.slug!"")?string section = host.pageAt("/actualites") all = i18n["portail.integre.actualites.tout"]]
[#if slug?has_content]
  [#assign actu = host.bySlug(actus.workspace, actus.nodeType, slug)]
  [#if !actu?has_content]
    [@integre.past "actualites" section all /]
  [#else]
    [@integre.frame title=actu.titre!actu.@name rubrique="actualites" href=host.link(actu) more=i18n["portail.integre.lire"] refused=integre.refusal([], ["slug"])]
      [@integre.item host.plain(actu, "chapo")]<li>${i18n["actus.origine." + actus.originOf(actu)]}</li><li>[@date.inline actu.publie!"" /]</li>[/@integre.item]
    [/@integre.frame]
  [/#if]
[#else]
  [#assign origins = choix.ofValues("origine", "origine", ["pole", "territoire"], "actus.origine.")]
  [#assign asked = [origins, choix.ofWords("theme", "themes", "themes"), choix.ofWords("commune", "communes", "communes")]]
  [#assign single = (origins.asked?size == 1)?then(host.pageAt("/actualites/" + origins.asked?first), "")]
  [#assign refused = integre.refusal(asked, ["nombre"])]
  [#assign href = choix.at(single?has_content?then(single, section), choix.query(asked[1..]))]
  [@integre.frame title=i18n["portail.integre.actualites"] rubrique="actualites" href=href more=all refused=refused]
    [#assign found = actus.latest("", 1, integre.numberOfItems(), choix.wanted(asked)).items]
    [#if !found?has_content][@integre.nothing /][/#if]
    [#if found?has_content]
    <ul class="rows">
      [#list found as one]
      <li class="row">
        <div>
          <h2><a href="${host.link(one)}" target="_top">${one.titre!one.@name}</a></h2>
          <p class="fact">${i18n["actus.origine." + actus.originOf(one)]} · [@date.inline one.publie!"" /]</p>
        </div>
      </li>
      [/#list]
    </ul>
    [/#if]
  [/@integre.frame]
[/#if]
