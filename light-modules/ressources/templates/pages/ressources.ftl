[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/annonces/templates/includes/annonce.ftl" as annonces]
[#import "/ressources/templates/includes/ressource.ftl" as ressources]

[#assign size = 12 number = choix.pageNumber()]
[#assign kind = choix.of("genre", "genre", ressources.optionsOf(ressources.kinds, "ressources.sorte."))]
[#assign others = [
  choix.ofWords("profil", "profils", "profils"),
  choix.of("etape", "etapes", ressources.optionsOf(ressources.stages, "ressources.etape.")),
  choix.ofWords("theme", "themes", "themes")
]]
[#assign chosen = [kind] + others]
[#assign filters = choix.wanted(chosen) filtered = filters?has_content]
[#assign list = ressources.listed(filters, (number > 0)?then(number, 1), size)]
[#assign lastPage = (list.pages > 0)?then(list.pages, 1)]

[#if number == 0 || number > lastPage]
  [@host.notFound /]
[#else]
  [#assign title = content.title!content.@name address = host.link(content) trail = ressources.trailOf(content)]
  [#assign isFirst = number == 1 && !filtered]
  [#assign pageTitle = title + filtered?then(" : " + choix.labels(chosen)?map(one -> one.label)?join(", "), "") + (number > 1)?then(", " + i18n["portail.pages.page"]?lower_case + " " + number?c, "")]
  [#assign head][@page.breadcrumbData trail /]${ressources.style}[#if isFirst][@annonces.css /][/#if][/#assign]
  [@page.layout title=pageTitle description=host.attribute(content, "description") rubrique="ressources" address=address + (number > 1)?then("?page=" + number?c, "") head=head indexed=!filtered]
    [@page.band title=title intro=content.intro!"" picture="/ressources/webresources/images/ressources.svg" /]
    <div class="inside">
      [@page.breadcrumb trail /]
      [#if isFirst]
      <section aria-labelledby="vous">
        <h2 id="vous">${i18n["ressources.portes"]}</h2>
        [@ressources.profileDoors /]
        <ul class="shortcuts">
          [#list ["financements", "accompagnement"] as name]
          [#assign target = host.pageAt("/ressources/" + name)]
          [#if target?has_content]<li><a href="${target}">[@icones.icon name?remove_ending("s") /] <span><strong>${i18n["ressources.aussi." + name]}</strong> <span>${i18n["ressources.aussi." + name + ".texte"]}</span></span></a></li>[/#if]
          [/#list]
        </ul>
      </section>
      [/#if]
      <section aria-labelledby="remise">
        <h2 id="remise">${i18n["ressources.toutes"]}</h2>
        <nav class="tabs" aria-label="${i18n["portail.filtres"]}">
          <ul>
            <li><a href="${choix.at(address, choix.query(others))}"[#if !kind.asked?has_content] aria-current="page"[/#if]>${i18n["ressources.onglets.tout"]}</a></li>
            [#list kind.options as one]
            [#if kind.asked?seq_contains(one.value) || ressources.listed(choix.wanted(others) + {"genre": one.wanted}, 1, 1).total > 0]
            <li><a href="${address}?${choix.query(others, ["genre=" + one.value])}"[#if kind.asked?seq_contains(one.value)] aria-current="page"[/#if]>[@icones.icon one.value /] ${one.label}</a></li>
            [/#if]
            [/#list]
          </ul>
        </nav>
        [@choix.form others address i18n["ressources.filtres"] {"genre": kind.asked?has_content?then(kind.asked[0]!"", "")} /]
        [@choix.chosen chosen address /]
        <p class="count" role="status">${ressources.counted(list.total)}</p>
        [#if list.total > 0]
          [@ressources.cardList list.items /]
          [@page.pager address number list.pages choix.query(chosen) /]
        [#elseif filtered]
          [@page.empty title=i18n["ressources.filtres.vide.titre"] text=i18n["ressources.filtres.vide.texte"] level=3]
          <p><a class="button" href="${address}">${i18n["portail.filtres.tout"]}</a></p>
          [/@page.empty]
        [#else]
          [@page.empty title=i18n["ressources.vide.titre"] text=i18n["ressources.vide.texte"] level=3 /]
        [/#if]
      </section>
      [#assign sets = host.list({"workspace": "pochettes", "type": "bocage:pochette", "sort": "titre", "size": 6})]
      [#if isFirst && sets.items?has_content]
      <section aria-labelledby="pochettes">
        <h2 id="pochettes">${i18n["ressources.pochettes"]}</h2>
        <ul class="sets">[#list sets.items as one]<li><a href="${host.link(one)}">[@icones.icon "document" /] <span><strong>${one.titre!one.@name}</strong> <span>${one.phrase!}</span></span></a></li>[/#list]</ul>
      </section>
      [/#if]
    </div>
    [#if isFirst][@lastAnnonces /][/#if]
  [/@page.layout]
[/#if]

[#macro lastAnnonces]
[#local last = annonces.open({}, 1, 3, "publie desc") board = host.byPath("/annonces")]
[#if last.items?has_content]
<section class="block rubrique-annonces" aria-labelledby="annonces">
  <div class="hedge" aria-hidden="true"></div>
  <div class="inside">
    <div class="block-head">
      <h2 class="block-title" id="annonces">[@icones.icon "annonces" /] ${i18n["ressources.annonces"]}</h2>
      <p>${i18n["ressources.annonces.texte"]}</p>
    </div>
    [@annonces.cardList last.items /]
    [#if board?has_content]<p class="block-more"><a class="more" href="${host.link(board)}">${i18n["ressources.annonces.toutes"]} [@icones.icon "suite" /]</a></p>[/#if]
  </div>
</section>
[/#if]
[/#macro]
