[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/evenements/templates/includes/evenement.ftl" as agenda]
[#import "/pole/templates/includes/pole.ftl" as pole]

[#assign title = content.title!content.@name trail = reseau.trailOf(content)]
[#assign running = pole.lively({"nature": "formation"}, 24)]
[#assign head][@pole.css /][@agenda.css /][@page.breadcrumbData trail /][/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique="pole" head=head printed=content]
  [@page.band title=title intro=content.intro!"" picture="/pole/webresources/images/formations.svg" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    <div class="prose">[@cms.area name="contenu" /]</div>
    [#assign file = host.outlet("/le-pole/formations.ics")]
    [#if file?has_content && running?has_content]
    <ul class="ways screen-only">
      <li><a class="more" href="${host.webcal("/le-pole/formations.ics")}">[@icones.icon "agenda" /] ${i18n["pole.formations.abonner"]}</a></li>
      <li><a class="more" href="${file}">${i18n["pole.formations.fichier"]}</a></li>
      <li>${i18n["pole.formations.imprimer"]}</li>
    </ul>
    [/#if]
    [#list running as action]
    [#assign dates = datesOf(action)]
    <section class="pole-part" aria-labelledby="${action.@name}">
      <h2 id="${action.@name}"><a href="${host.link(action)}">${action.titre!action.@name}</a></h2>
      <p>[@pole.state action /] [@pole.wanted action /]</p>
      <p>${action.accroche!}</p>
      [#if dates?has_content]
      <ul class="day-rows">
        [#list dates as one]<li class="training">[@date.leaf date.noonOf(one.occurrence.jour) /][@agenda.row one.occurrence one.event 3 /]</li>[/#list]
      </ul>
      [#else]
      <p>${i18n["pole.formations.sansDate"]}</p>
      [/#if]
    </section>
    [#else]
    [@page.empty i18n["pole.formations.vide.titre"] i18n["pole.formations.vide.texte"] /]
    [/#list]
  </div>
  [@suite.steps [
    {"href": host.pageAt("/agenda"), "icon": "agenda", "title": i18n["pole.suite.agenda"], "text": i18n["pole.suite.agenda.texte"]},
    {"href": host.pageAt("/etre-accompagne"), "icon": "projets", "title": i18n["pole.suite.accompagne"], "text": i18n["pole.suite.accompagne.texte"]},
    {"href": host.pageAt("/le-pole/actions"), "icon": "pole", "title": i18n["pole.suite.actions"], "text": i18n["pole.suite.actions.texte"]}
  ] /]
[/@page.layout]

[#-- The dates to come of the sessions, the nearest first. --]
[#function datesOf action]
  [#local found = []]
  [#list host.references(action.seances![], "evenements") as event]
    [#list agenda.upcoming({"name": event.@name}, 1, 12).items as one]
      [#local found += [{"day": one.jour!"", "event": event, "occurrence": one}]]
    [/#list]
  [/#list]
  [#return host.sortedBy(found, "day")]
[/#function]
