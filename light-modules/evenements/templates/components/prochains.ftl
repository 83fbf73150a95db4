[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/evenements/templates/includes/evenement.ftl" as agenda]
[#assign wanted = (content.nombre!"4")?string]
[#assign found = agenda.firsts(wanted?matches("[1-9]")?then(wanted, "4")?number)]
[#assign target = host.byId(content.page!"", "website")]
[@agenda.css /]
<section class="block rubrique-agenda" aria-labelledby="prochains">
  <div class="hedge" aria-hidden="true"></div>
  <div class="inside">
    <div class="block-head">
      <h2 class="block-title" id="prochains">[@icones.icon "agenda" /] ${content.titre!i18n["evenements.ensuite"]}</h2>
      [#assign week = agenda.thisWeek()]
      <p>[#if week > 0]<strong>${(week == 1)?then(i18n["evenements.semaine.un"], i18n.get("evenements.semaine.plusieurs", [week?c]))}</strong> [/#if]${content.texte!}</p>
    </div>
    [#if found?has_content]
      [@agenda.byDay occurrences=found level=3 /]
      [#if target?has_content]<p class="block-more"><a class="more" href="${host.link(target)}">${content.lien!target.title!target.@name} [@icones.icon "suite" /]</a></p>[/#if]
    [#else]
      [@page.empty title=i18n["evenements.vide.titre"] text=i18n["evenements.vide.texte"] level=3 ways=false /]
    [/#if]
  </div>
</section>
