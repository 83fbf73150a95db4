[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/ressources/templates/includes/ressource.ftl" as ressources]

[#-- A project from its first idea on: what to think of, to tick off. --]
[#assign title = content.title!content.@name trail = ressources.trailOf(content)]
[#assign head][@page.breadcrumbData trail /]${ressources.style}<script src="${host.resource("/ressources/webresources/js/cases.js")}" defer></script>[/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique="ressources" head=head]
  [@page.band title=title intro=content.intro!"" picture="/ressources/webresources/images/profil-porteur-de-projet.svg" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    <div class="prose">[@cms.area name="contenu" /]</div>
  </div>
  [@suite.steps [
    {"href": host.pageAt("/ressources/accompagnement"), "icon": "accompagnement", "title": i18n["ressources.suite.accompagnement"], "text": i18n["ressources.suite.accompagnement.texte"]},
    {"href": host.pageAt("/ressources/financements"), "icon": "financement", "title": i18n["ressources.suite.financements"], "text": i18n["ressources.suite.financements.texte"]}
  ] /]
[/@page.layout]
