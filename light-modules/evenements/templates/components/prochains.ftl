[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/evenements/templates/includes/evenement.ftl" as agenda]
[#-- The next events; without any, nothing is shown. --]
[#assign wanted = (content.nombre!"5")?string]
[#assign found = agenda.firsts(wanted?matches("[1-9]")?then(wanted, "5")?number)]
[#assign target = host.byId(content.page!"", "website")]
[#if found?has_content]
<section class="block block-plot rubrique-agenda" aria-labelledby="prochains">
  [@agenda.css /]
  <div class="hedge" aria-hidden="true"></div>
  <div class="inside">
    <div class="block-head">
      <h2 class="block-title" id="prochains">[@icones.icon "agenda" /] ${content.titre!i18n["evenements.ensuite"]}</h2>
      [#assign week = agenda.thisWeek()]
      <p>[#if week > 0]<strong>${(week == 1)?then(i18n["evenements.semaine.un"], i18n.get("evenements.semaine.plusieurs", [week?c]))}</strong> [/#if]${content.texte!}</p>
    </div>
    [@agenda.byDay occurrences=found level=3 sizes="168px" /]
    [#if target?has_content]<p class="block-more"><a class="more" href="${host.link(target)}?quand=week-end">[@icones.icon "agenda" /] ${i18n["evenements.quand.week-end"]}</a> <a class="more" href="${host.link(target)}">${content.lien!target.title!target.@name} [@icones.icon "suite" /]</a></p>[/#if]
  </div>
</section>
[/#if]
