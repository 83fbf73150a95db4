[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/carte.ftl" as cards]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/evenements/templates/includes/evenement.ftl" as agenda]
[#import "/annonces/templates/includes/annonce.ftl" as annonces]
[#import "/pole/templates/includes/pole.ftl" as pole]
[#import "/pole/templates/includes/coeurs.ftl" as coeurs]
[#import "/pole/templates/includes/album.ftl" as albums]
[#-- Some contents of one kind; without any, nothing is shown. --]
[#assign wanted = (content.nombre!"3")?string]
[#assign size = wanted?matches("[1-9]")?then(wanted, "3")?number kind = content.quoi!""]
[#assign kinds = ["accompagnement", "cherche", "benevolat", "projets", "lieux", "acteurs", "coups-de-coeur", "albums"]]
[#if !kinds?seq_contains(kind)][#assign kind = "rendez-vous"][/#if]
[#assign target = host.byId(content.page!"", "website")]
[#switch kind]
  [#case "accompagnement"][#assign items = pole.lively({"nature": "accompagnement"}, size)][#break]
  [#case "cherche"][#assign items = pole.lively({"cherche": pole.needs}, size)][#break]
  [#case "rendez-vous"][#assign items = agenda.firsts(size)][#break]
  [#case "benevolat"][#assign items = annonces.open({"type": ["benevolat", "materiel-besoin"]}, 1, size).items][#break]
  [#case "projets"][#assign items = reseau.projets({"besoins": reseau.needs}, 1, size).items][#break]
  [#case "lieux"][#assign items = reseau.lieux({}, 1, size).items][#break]
  [#case "acteurs"][#assign items = reseau.acteurs({"accueilPublic": "true"}, 1, size).items][#break]
  [#case "coups-de-coeur"][#assign items = coeurs.found(true, size)][#break]
  [#case "albums"][#assign items = albums.albums(1, size).items][#break]
[/#switch]
[#-- On the home page, in the place of what was taken to heart (UX-31). --]
[#assign isHome = (cmsfn.metaData(cmsfn.page(content), "mgnl:template")!"") == "portail:pages/accueil"]
[#assign week = (kind == "coups-de-coeur" && isHome)?then(albums.ofWeek(), {})]
[#if week?has_content]
<section class="block block-plot block-liste rubrique-adherer" aria-labelledby="liste-${content.@id}">
  [@pole.css /]
  <div class="hedge" aria-hidden="true"></div>
  <div class="inside">
    <div class="block-head"><h2 class="block-title" id="liste-${content.@id}">${i18n["albums.semaine"]}</h2></div>
    [@albums.week week /]
  </div>
</section>
[#elseif items?has_content]
<section class="block[#if isHome] block-plot[/#if] block-liste[#if kind == "coups-de-coeur"] rubrique-adherer[/#if]" aria-labelledby="liste-${content.@id}">
  <div class="hedge" aria-hidden="true"></div>
  <div class="inside">
    <div class="block-head">
      <h2 class="block-title" id="liste-${content.@id}">${content.titre!}</h2>
      [#if content.texte?has_content]<p>${content.texte}</p>[/#if]
    </div>
    [#switch kind]
      [#case "accompagnement"][#case "cherche"][@pole.actionList items /][#break]
      [#case "rendez-vous"]
        <ul class="cards">[#list items as one][#assign event = host.itemOf(one)]<li>[@cards.card title=agenda.statusOf(event)?has_content?then(i18n["evenements.statut." + agenda.statusOf(event)] + " : ", "") + event.titre!event.@name href=agenda.addressOf(one, event) photo=((event.photo.image)?has_content)?then(event.photo, {}) drawing=pole.drawing]<span class="fact">[@icones.icon "agenda" /] ${date.words(date.noonOf(one.jour))?cap_first}</span>[#if agenda.placeOf(event)?has_content]<span class="fact">[@icones.icon "lieu" /] ${agenda.placeOf(event)}</span>[/#if][/@cards.card]</li>[/#list]</ul>
        [#break]
      [#case "albums"][@pole.css /]<ul class="albums">[#list items as album]<li>[@albums.tile album 3 /]</li>[/#list]</ul>[#break]
      [#case "benevolat"][@annonces.css /][@annonces.cardList items 3 /][#break]
      [#case "projets"][#case "lieux"][#case "acteurs"][@reseau.cardList items kind 3 /][#break]
      [#case "coups-de-coeur"][@coeurs.list items /][#break]
    [/#switch]
    [#if target?has_content]<p class="block-more"><a class="more" href="${host.link(target)}">${content.lien!target.title!target.@name} [@icones.icon "suite" /]</a></p>[/#if]
  </div>
</section>
[/#if]
