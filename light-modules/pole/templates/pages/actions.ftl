[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/portail/templates/includes/vue.ftl" as vue]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/pole/templates/includes/pole.ftl" as pole]

[#assign number = choix.pageNumber()]
[#assign chosen = [
  choix.of("cherche", "cherche", optionsOf(pole.needs, "cherche")),
  choix.of("nature", "nature", optionsOf(pole.natures, "nature")),
  choix.of("mission", "missions", missions())
]]
[#assign stage = choix.of("etat", "etatAction", pole.states?map(one -> {"value": one, "label": i18n["pole.actions.etat." + one], "wanted": one}))]
[#assign all = chosen + [stage] filters = choix.wanted(all)]
[#assign list = pole.actions(filters, (number > 0)?then(number, 1), 12)]
[#assign lastPage = (list.pages > 0)?then(list.pages, 1)]

[#if number == 0 || number > lastPage]
  [@host.notFound /]
[#else]
  [#assign title = content.title!content.@name address = host.link(content) trail = reseau.trailOf(content) filtered = filters?has_content]
  [#assign head][@pole.css /][@page.breadcrumbData trail /][/#assign]
  [@page.layout title=([title] + choix.labels(all)?map(one -> one.label))?join(", ") description=host.attribute(content, "description") rubrique="pole" address=address + (number > 1)?then("?page=" + number?c, "") head=head indexed=!filtered]
    [@page.band title=title intro=content.intro!"" picture="/pole/webresources/images/pole.svg" /]
    <div class="inside">
      [@page.breadcrumb trail /]
      <nav class="tabs" aria-label="${i18n["pole.actions.etats"]}">
        <ul>
          <li><a href="${choix.at(address, choix.query(chosen))}"[#if !stage.asked?has_content] aria-current="page"[/#if]>${i18n["pole.actions.tous"]}</a></li>
          [#list stage.options as one]
          <li><a href="${choix.at(address, choix.query(chosen, ["etat=" + one.value]))}"[#if stage.asked?seq_contains(one.value)] aria-current="page"[/#if]>${one.label}</a></li>
          [/#list]
        </ul>
      </nav>
      [@choix.form chosen address i18n["pole.actions.filtres"] {"etat": stage.asked?first!""} /]
      [@choix.chosen chosen address stage.asked?map(one -> "etat=" + one?url("UTF-8")) /]
      [#if list.total > 0]
        <p class="count" role="status">${pole.count("actions", list.total)}</p>
        [@vue.other address choix.query(all) /]
        [#if vue.inPictures]
          [@vue.wall list.items?map(one -> {"href": host.link(one), "title": one.titre!one.@name, "photo": (image.of(one)?first)!{}, "drawing": "/pole/webresources/images/action-carte.svg", "fact": ""}) /]
          [@page.pager address number list.pages choix.query(all, [vue.part]) /]
        [#elseif stage.asked?has_content || list.pages > 1]
          [@pole.actionList list.items 2 /]
          [@page.pager address number list.pages choix.query(all) /]
        [#else]
          [#list pole.states as one]
            [#assign these = list.items?filter(action -> pole.stateOf(action) == one)]
            [#if these?has_content]
            <section class="pole-part" aria-labelledby="etat-${one}">
              <h2 id="etat-${one}">${i18n["pole.actions.etat." + one]}</h2>
              [@pole.actionList these /]
            </section>
            [/#if]
          [/#list]
        [/#if]
      [#elseif filtered]
        [@page.empty title=i18n["pole.actions.filtres.vide.titre"] text=i18n["pole.actions.filtres.vide.texte"] ways=false]
        <p><a class="button" href="${address}">${i18n["portail.filtres.tout"]}</a></p>
        [/@page.empty]
      [#else]
        [@page.empty i18n["pole.actions.vide.titre"] i18n["pole.actions.vide.texte"] /]
      [/#if]
    </div>
    [@suite.steps [
      {"href": host.pageAt("/dynamiser-le-territoire"), "icon": "territoire", "title": i18n["pole.suite.dynamiser"], "text": i18n["pole.suite.dynamiser.texte"]},
      {"href": host.pageAt("/le-pole/formations"), "icon": "agenda", "title": i18n["pole.suite.formations"], "text": i18n["pole.suite.formations.texte"]},
      {"href": host.pageAt("/le-pole/graines"), "icon": "projets", "title": i18n["pole.suite.graines"], "text": i18n["pole.suite.graines.texte"]}
    ] /]
  [/@page.layout]
[/#if]

[#function optionsOf values field]
  [#return values?map(one -> {"value": one, "label": i18n["actions.detail." + field + ".options." + one], "wanted": one})]
[/#function]

[#function missions]
  [#return pole.missions()?map(one -> {"value": one.@name, "label": one.titre!one.@name, "wanted": one.@id})]
[/#function]
