[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/ressources/templates/includes/ressource.ftl" as ressources]

[#-- What there is for one profile, that which the name of the page says, by kind. --]
[#assign profile = ressources.profileNamed(content.@name)]
[#assign stage = choix.of("etape", "etapes", ressources.optionsOf(ressources.stages, "ressources.etape."))]
[#assign chosen = [stage] filtered = stage.asked?has_content]
[#assign list = ressources.listed({"profils": profile.@id!"-"} + choix.wanted(chosen), 1, 200)]
[#assign title = content.title!content.@name address = host.link(content) trail = ressources.trailOf(content)]
[#assign head][@page.breadcrumbData trail /]${ressources.style}[/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique="ressources" head=head indexed=!filtered]
  [@page.band title=title intro=content.intro!"" picture="/ressources/webresources/images/profil-" + ressources.profiles?seq_contains(content.@name)?then(content.@name, "association") + ".svg" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    <nav class="tabs" aria-label="${i18n["ressources.accompagnement.etapes"]}">
      <ul>
        <li><a href="${address}"[#if !filtered] aria-current="page"[/#if]>${i18n["ressources.onglets.tout"]}</a></li>
        [#list stage.options as one]
        [#if stage.asked?seq_contains(one.value) || ressources.listed({"profils": profile.@id!"-", "etapes": one.wanted}, 1, 1).total > 0]
        <li><a href="${address}?etape=${one.value}"[#if stage.asked?seq_contains(one.value)] aria-current="page"[/#if]>${one.label}</a></li>
        [/#if]
        [/#list]
      </ul>
    </nav>
    <p class="count" role="status">${ressources.counted(list.total)}</p>
    [#if list.total > 0]
      [@ressources.cardList list.items 2 /]
    [#elseif filtered]
      [@page.empty title=i18n["ressources.filtres.vide.titre"] text=i18n["ressources.filtres.vide.texte"]]
      <p><a class="button" href="${address}">${i18n["portail.filtres.tout"]}</a></p>
      [/@page.empty]
    [#else]
      [@page.empty i18n["ressources.vide.titre"] i18n["ressources.vide.texte"] /]
    [/#if]
    <section aria-labelledby="autres">
      <h2 id="autres">${i18n["ressources.profil.autres"]}</h2>
      [@ressources.profileDoors content.@name /]
    </section>
  </div>
  [@suite.steps [
    {"href": host.pageAt("/ressources/accompagnement"), "icon": "accompagnement", "title": i18n["ressources.suite.accompagnement"], "text": i18n["ressources.suite.accompagnement.texte"]},
    {"href": host.pageAt("/ressources/financements"), "icon": "financement", "title": i18n["ressources.suite.financements"], "text": i18n["ressources.suite.financements.texte"]},
    {"href": host.pageAt("/ressources"), "icon": "ressources", "title": i18n["ressources.suite.toutes"], "text": i18n["ressources.suite.toutes.texte"]}
  ] /]
[/@page.layout]
