[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/pole/templates/includes/pole.ftl" as pole]

[#assign title = content.title!content.@name trail = reseau.trailOf(content) missions = pole.missions()]
[#assign head][@pole.css /][@page.breadcrumbData trail /][/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique="pole" head=head]
  [@page.band title=title intro=content.intro!"" picture="/pole/webresources/images/pole.svg" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    <div class="prose">[@cms.area name="contenu" /]</div>
    [#if missions?has_content]
      <div class="missions">
      [#list missions as mission]
      [#assign actions = pole.lively({"missions": mission.@id}, 3)]
      <section class="mission-row" aria-labelledby="${mission.@name}">
        <div class="mission-card">[@pole.missionCard mission 2 /]</div>
        [#if actions?has_content]
        <div>
          <h3 id="${mission.@name}" class="small-title">${i18n["pole.missions.actions"]}</h3>
          <ul class="plain-list">[#list actions as action]<li><a href="${host.link(action)}">${action.titre!action.@name}</a> [@pole.state action /]<br>${action.accroche!}</li>[/#list]</ul>
        </div>
        [#else]
        <p class="mission-none" id="${mission.@name}">${i18n["pole.missions.sansAction"]}</p>
        [/#if]
      </section>
      [/#list]
      </div>
    [#else]
      [@page.empty i18n["pole.missions.vide.titre"] i18n["pole.missions.vide.texte"] /]
    [/#if]
  </div>
  [@suite.steps [
    {"href": host.pageAt("/etre-accompagne"), "icon": "projets", "title": i18n["pole.suite.accompagne"], "text": i18n["pole.suite.accompagne.texte"]},
    {"href": host.pageAt("/le-pole/actions"), "icon": "pole", "title": i18n["pole.suite.actions"], "text": i18n["pole.suite.actions.texte"]},
    {"href": host.pageAt("/le-pole/equipe"), "icon": "contacts", "title": i18n["pole.suite.equipe"], "text": i18n["pole.suite.equipe.texte"]}
  ] /]
[/@page.layout]
