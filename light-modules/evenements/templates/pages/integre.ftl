[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/integre.ftl" as integre]
[#import "/evenements/templates/includes/evenement.ftl" as agenda]
[#import "/evenements/templates/includes/filtres.ftl" as filtres]

[#-- The agenda in a frame of another site, or one event of it. --]
[#assign slug = (ctx.slug!"")?string section = host.pageAt("/agenda") all = i18n["portail.integre.agenda.tout"]]
[#if slug?has_content]
  [#assign event = host.bySlug(agenda.workspace, agenda.nodeType, slug)]
  [#assign dates = event?has_content?then(host.datesOf(event), [])]
  [#if !dates?has_content]
    [@integre.past "agenda" section all /]
  [#else]
    [#assign coming = dates?filter(one -> one.fin?long gt host.now()?long)]
    [#assign occurrence = coming?has_content?then(coming?first!{}, dates?last!{})]
    [@integre.frame title=event.titre!event.@name rubrique="agenda" href=host.link(event) more=i18n["portail.integre.voir"] refused=integre.refusal([], ["slug"])]
      <div class="row">
        [@date.leaf date.noonOf(occurrence.jour) /]
        <div>
          [@agenda.status event /]
          [@integre.item host.plain(event, "description")]
            [#if !coming?has_content]<li>${i18n["evenements.passe"]}</li>[/#if]
            <li>${agenda.time(occurrence, event)?cap_first}</li>
            [#if agenda.placeOf(event)?has_content]<li>${agenda.placeOf(event)}</li>[/#if]
            [#if ["gratuit", "libre", "payant"]?seq_contains(event.tarif!"")]<li>${i18n["evenements.tarif." + event.tarif]}</li>[/#if]
          [/@integre.item]
        </div>
      </div>
    [/@integre.frame]
  [/#if]
[#else]
  [#assign asked = filtres.chosen + [choix.ofValues("origine", "origine", filtres.origins, "evenements.origine.")]]
  [#assign refused = integre.refusal(asked, ["nombre"])]
  [@integre.frame title=i18n["portail.integre.agenda"] rubrique="agenda" href=section?has_content?then(choix.at(section, choix.query(asked)), "") more=all refused=refused]
    [#assign found = agenda.nearest(choix.wanted(asked), 1, integre.numberOfItems()).items]
    [#if !found?has_content][@integre.nothing /][/#if]
    [#if found?has_content]
    <ol class="rows">
      [#list found as one]
      [#assign event = host.itemOf(one)]
      <li class="row">
        [@date.leaf date.noonOf(one.jour) /]
        <div>
          <h2>[@agenda.status event /]<a href="${agenda.addressOf(one, event)}" target="_top">${event.titre!event.@name}</a></h2>
          <p class="fact">${agenda.time(one, event)}[#if agenda.placeOf(event)?has_content] · ${agenda.placeOf(event)}[/#if][#if ["gratuit", "libre"]?seq_contains(event.tarif!"")] · ${i18n["evenements.tarif." + event.tarif]}[/#if]</p>
        </div>
      </li>
      [/#list]
    </ol>
    [/#if]
  [/@integre.frame]
[/#if]
