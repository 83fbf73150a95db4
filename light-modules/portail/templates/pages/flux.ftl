[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/icones.ftl" as icones]

[#-- What may be taken elsewhere, in plain words; a host that gives machines nothing says whom to ask. --]
[#assign open = host.outlet("/agenda.ics")?has_content]
[#assign title = content.title!content.@name]
[#assign trail = [{"label": title, "plain": host.plain(content, "title"), "href": host.link(content)}]]
[#-- Filters of the agenda that somebody comes from. --]
[#assign chosen = [
  ofWords("quand", ["aujourdhui", "week-end", "30-jours"]),
  ofWords("origine", ["pole", "partenaire", "territoire"]),
  choix.ofPlaces("commune", "commune"),
  choix.ofNeighbours("pres", "commune"),
  choix.ofWords("theme", "themes", "themes"),
  choix.ofWords("public", "publics", "publics"),
  ofWords("tarif", ["gratuit", "libre", "payant"])
]]
[#assign filtered = choix.labels(chosen) echeances = choix.asked("echeances")?seq_contains("non")?then("echeances=non", "")]
[#assign query = choix.query(chosen, [echeances]) calendar = choix.at("/agenda.ics", query)]
[#assign head][@page.breadcrumbData trail /][#if open]<script src="${host.resource("/portail/webresources/js/copier.js")}" defer></script>[/#if][/#assign]
[#assign sections = ["emploi", "stages", "benevolat", "appels-a-projets", "bons-plans", "materiel"]]
[@page.layout title=title description=host.attribute(content, "description") head=head indexed=!query?has_content]
  [@page.band title=title intro=content.intro!"" /]
  <div class="inside feeds">
    [@page.breadcrumb trail /]
    [#if open][@ways /][#else][@page.empty i18n["portail.flux.vide.titre"] i18n["portail.flux.vide.texte"] /][/#if]
  </div>
[/@page.layout]

[#-- Values that the agenda knows, by the words it has for them. --]
[#function ofWords name values][#return choix.of(name, name, values?map(one -> {"value": one, "wanted": one, "label": i18n["evenements." + name + "." + one]}))][/#function]

[#-- The name, in addresses, of the commune that most people know. --]
[#function someCommune]
  [#local words = host.byPath("/communes", "vocabulaires")]
  [#local known = words?has_content?then(host.children(words), [])?filter(one -> one.population??)]
  [#return known?has_content?then((host.sortedBy(known, "population")?last).@name, "ma-commune")]
[/#function]

[#macro ways]
    <section aria-labelledby="flux-agenda">
      <h2 id="flux-agenda">${i18n["portail.flux.agenda"]}</h2>
      <p>${i18n["portail.flux.agenda.texte"]}</p>
      [#if filtered?has_content]
      <p><strong>${i18n["portail.flux.agenda.choix"]}</strong> [#list filtered as one]${one.label}[#sep], [/#list]. <a href="${host.link(content)}#flux-agenda">${i18n["portail.flux.agenda.choix.tout"]}</a></p>
      [/#if]
      <ul class="ways">
        <li><a class="button" href="${host.webcal("/agenda.ics", query)}">[@icones.icon "agenda" /] ${i18n["portail.flux.agenda.abonner"]}</a></li>
        <li><a class="button button-quiet" href="${host.outlet(calendar)}">${i18n["portail.flux.agenda.fichier"]}</a></li>
      </ul>
      <p><label for="flux-agenda-adresse">${i18n["portail.flux.agenda.adresse"]}</label></p>
      <div class="copied-row" data-copied="${i18n["portail.passer.copie"]}">
        <input id="flux-agenda-adresse" class="copied" type="text" readonly value="${choix.at(host.canonical(host.outlet("/agenda.ics")), query)}">
        <button type="button" class="button button-quiet" data-copy="flux-agenda-adresse" hidden>${i18n["portail.passer.copier"]} <span class="hidden">${i18n["portail.flux.agenda.adresse"]}</span></button>
        <span role="status"></span>
      </div>
      <ul>
        [#list ["google", "outlook", "thunderbird"] as one]<li>${i18n["portail.flux.agenda." + one]}</li>[/#list]
      </ul>
      <p>${i18n["portail.flux.agenda.filtre"]}</p>
    </section>
    <section aria-labelledby="flux-lettre">
      <h2 id="flux-lettre">${i18n["portail.lettre.titre"]}</h2>
      <p>${i18n["portail.lettre.texte"]}</p>
      <p><a class="button button-quiet" href="${host.subscription("lettre")}">[@icones.icon "message" /] ${i18n["portail.lettre.recevoir"]}</a></p>
    </section>
    [@fediverse host.followed() /]
    <section aria-labelledby="flux-lecteur">
      <h2 id="flux-lecteur">${i18n["portail.flux.lecteur"]}</h2>
      <p>${i18n["portail.flux.lecteur.texte"]}</p>
      <ul class="feeds-list">
        [@feed "/actualites" "actus" /]
        [@feed "/actualites/pole" "actus.pole" /]
        [@feed "/actualites/territoire" "actus.territoire" /]
        [@feed "/annonces" "annonces" /]
        [#list sections as one][@feed "/annonces/" + one "annonces." + one /][/#list]
      </ul>
      <p>${i18n.get("portail.flux.lecteur.theme", [someCommune()])}</p>
    </section>
    <section aria-labelledby="flux-site">
      <h2 id="flux-site">${i18n["portail.flux.site"]}</h2>
      <p>${i18n["portail.flux.site.texte"]}</p>
      [#local maker = host.pageAt("/integrer")]
      [#-- The page that makes such pieces draws them as for a visitor, whoever asks. --]
      [#if maker?has_content]
      <p><a class="button" href="${maker}">${i18n["portail.integrer.faire"]}</a></p>
      [#else]
      <p><label for="flux-morceau">${i18n["portail.flux.site.morceau"]}</label></p>
      <textarea id="flux-morceau" class="copied" rows="6" readonly>[@snippet /]</textarea>
      [/#if]
      <p>${i18n["portail.flux.site.json"]}</p>
      <ul>
        [#list ["agenda", "actualites", "annonces", "acteurs", "lieux", "projets", "ressources", "actions", "missions"] as one]
        <li><a href="${host.outlet("/api/" + one)}">/api/${one}</a></li>
        [/#list]
      </ul>
    </section>
    <section aria-labelledby="flux-donnees">
      <h2 id="flux-donnees">${i18n["portail.flux.donnees"]}</h2>
      <p>${i18n["portail.flux.donnees.texte"]}</p>
      <ul>
        <li><a href="${host.outlet("/reseau/acteurs.csv")}">${i18n["portail.flux.donnees.csv"]}</a></li>
        <li><a href="${host.outlet("/reseau/acteurs.geojson")}">${i18n["portail.flux.donnees.geojson"]}</a></li>
        <li><a href="${host.outlet("/reseau/acteurs.gogocarto.json")}">${i18n["portail.flux.donnees.gogocarto"]}</a></li>
        <li><a href="${host.outlet("/agenda.openagenda.json")}">${i18n["portail.flux.donnees.openagenda"]}</a></li>
        <li><a href="${host.outlet("/annonces/flux.json")}">${i18n["portail.flux.donnees.annonces"]}</a></li>
      </ul>
    </section>
[/#macro]

[#-- Addresses in the fediverse, while there are some. --]
[#macro fediverse actors]
[#if actors?has_content]
    <section aria-labelledby="flux-fediverse">
      <h2 id="flux-fediverse">${i18n["portail.flux.fediverse"]}</h2>
      <p>${i18n["portail.flux.fediverse.texte"]}</p>
      <p>${i18n["portail.flux.fediverse.comment"]}</p>
      <p>${i18n["portail.flux.fediverse.ensuite"]}</p>
      [#list actors as one]
      <p><label for="flux-fediverse-${one.key}">${i18n["portail.flux.fediverse." + one.key]}</label></p>
      <div class="copied-row" data-copied="${i18n["portail.passer.copie"]}">
        <input id="flux-fediverse-${one.key}" class="copied" type="text" readonly value="${one.handle}">
        <button type="button" class="button button-quiet" data-copy="flux-fediverse-${one.key}" hidden>${i18n["portail.passer.copier"]} <span class="hidden">${i18n["portail.flux.fediverse." + one.key]}</span></button>
        <span role="status"></span>
      </div>
      [/#list]
    </section>
[/#if]
[/#macro]

[#macro feed path key]
<li>${i18n["portail.flux." + key]} : <a href="${host.outlet(path + "/flux.xml")}">${i18n["portail.flux.rss"]}<span class="hidden"> – ${i18n["portail.flux." + key]}</span></a>, <a href="${host.outlet(path + "/atom.xml")}">${i18n["portail.flux.atom"]}<span class="hidden"> – ${i18n["portail.flux." + key]}</span></a></li>
[/#macro]

[#-- A piece of a page that needs no script: a link and the next dates. Shown as text, so encoded once more. --]
[#macro snippet]
[#local next = host.list({"workspace": "evenements", "type": "bocage:occurrence", "of": "bocage:evenement", "sort": "debut", "size": 3, "filters": {"fin": {"from": host.now()}}}).items]
[#local piece][#noparse]<p><strong><a href="[/#noparse]${host.canonical(host.pageAt("/agenda"))}[#noparse]">[/#noparse]${i18n["portail.flux.site.suivre"]}[#noparse]</a></strong></p>
<ul>
[/#noparse][#list next as one][#local event = host.itemOf(one)]  <li><a href="${host.canonical(host.link(event))}">${event.titre!event.@name}</a></li>
[/#list][#noparse]</ul>[/#noparse][/#local]
${piece?trim?html}[/#macro]
