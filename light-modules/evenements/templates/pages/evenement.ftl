[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/contact.ftl" as letters]
[#import "/portail/templates/includes/fil.ftl" as fil]
[#import "/portail/templates/includes/gestes.ftl" as gestes]
[#import "/portail/templates/includes/passer.ftl" as passer]
[#import "/portail/templates/includes/statut.ftl" as statut]
[#import "/portail/templates/includes/annonceurs.ftl" as annonceurs]
[#import "/evenements/templates/includes/evenement.ftl" as agenda]

[#assign event = host.bySlug(agenda.workspace, agenda.nodeType, (ctx.slug!"")?string) day = (ctx.jour!"")?string now = host.now()]
[#assign dates = event?has_content?then(host.datesOf(event), [])]
[#assign coming = dates?filter(one -> one.fin?long gt now?long)]
[#assign asked = dates?filter(one -> one.jour == day)]
[#assign elsewhere = (event?has_content && day?has_content && !asked?has_content)?then(partOf(event, day), "")]
[#if elsewhere?has_content]
  [@host.redirectPermanently elsewhere /]
[#elseif !event?has_content || !dates?has_content || (day?has_content && !asked?has_content)]
  [@host.notFound /]
[#elseif day?has_content && !agenda.isSeries(event)]
  [@host.redirectPermanently host.link(event) /]
[#else]
  [#assign occurrence = asked?has_content?then(asked?first!{}, coming?has_content?then(coming?first!{}, dates?last!{}))]
  [#assign isOver = (occurrence.fin?long lte now?long) isToCome = !isOver || coming?has_content status = agenda.statusOf(event)]
  [#assign icalendar = host.outlet("/agenda/" + event.@name + ".ics")]
  [#assign address = day?has_content?then(agenda.addressOf(occurrence, event), host.link(event))]
  [#assign section = host.byPath("/agenda") place = agenda.placeOf(event)]
  [#assign plainTitle = host.plain(event, "titre") title = (event.seo.titre)!event.titre!event.@name]
  [#assign when = date.words(date.noonOf(occurrence.jour)) + " " + host.formatDate(date.noonOf(occurrence.jour), "yyyy")]
  [#assign summary = host.attribute(event.seo!{}, "description")]
  [#if !summary?has_content][#assign summary = shortened(when?cap_first + ". " + plainText(event))][/#if]
  [#assign shared = (event.photo.image)?has_content?then(host.assetLink((event.photo.image)!"", "partage"), "")]
  [#assign organisers = organisersOf(event)]
  [#assign trail = []]
  [#if section?has_content]
    [#assign trail += [{"label": section.title!section.@name, "plain": host.plain(section, "title"), "href": host.link(section)}]]
  [/#if]
  [#assign trail += [{"label": event.titre!event.@name, "plain": plainTitle, "href": address}]]
  [#assign head][@page.breadcrumbData trail /][@eventData /][@agenda.css /][/#assign]

  [@page.layout title=statut.titled(event, title) + ", " + when description=summary rubrique="agenda" address=address image=shared photo=event.photo!{} type="article" head=head share={"item": event, "placed": true}]
    <div class="inside">
      [@page.breadcrumb trail /]
      <article class="article">
        <header class="article-head">
          <p class="article-facts">[@agenda.origin event /] [@annonceurs.line event /][#if isOver]<span class="fact">${i18n["evenements.passe"]}</span>[/#if]</p>
          <h1>[@agenda.status event /]${event.titre!event.@name}</h1>
          <div class="article-lead">
            [@date.leaf date.noonOf(occurrence.jour) /]
            <div class="rdv-when">
              <p class="lead">${agenda.time(occurrence, event)?cap_first}</p>
              [#if place?has_content]<p>[@icones.icon "lieu" /] ${place}</p>[/#if]
              [#if ["gratuit", "libre", "payant"]?seq_contains(event.tarif!"")]<p>[@icones.icon "tarif" /] ${i18n["evenements.tarif." + event.tarif]}</p>[/#if]
            </div>
          </div>
          [#assign signUps = signUpWays()]
          [@gestes.row isOver?then({}, venue())]
            [#list signUps as one][@gestes.way one /][/#list]
            [#if icalendar?has_content && isToCome]<li class="acts-kept"><a class="button[#if signUps?has_content] button-quiet[/#if]" href="${icalendar}">[@icones.icon "agenda" /] ${i18n["evenements.ajouter"]}</a></li>[/#if]
          [/@gestes.row]
        </header>
        [@notice /]
        <div class="article-columns">
          <div class="prose">
            [#if (event.photo.image)?has_content]
            <figure class="figure figure-main">
              [@image.picture photo=event.photo main=true sizes="(min-width: 60rem) 684px, 100vw" class="plot" /]
              [@image.legend event.photo /]
            </figure>
            [/#if]
            [#-- Rich text is sanitised when it is saved, and decoded only here. --]
            <div class="rich">${host.rich(event, "description")}</div>
            [@facts /]
            [@otherDates /]
            [@take /]
            [@passer.kit item=event address=address image=shared facts=told() /]
            [@fil.thread "liesEvenements" event /]
            [@more /]
          </div>
          [@contact /]
        </div>
      </article>
    </div>
    [@next /]
  [/@page.layout]
[/#if]

[#-- Where a date of the series is that has left it since; empty when none has. --]
[#function partOf series day]
  [#local found = {}]
  [#list host.sortedBy(host.entries(series, "parties"), "jour") as one]
    [#if (one.jour!"") == day || (host.isTrue(one.suite!false) && host.before(one.jour!"", day))][#local found = one][/#if]
  [/#list]
  [#local part = host.byId((found.evenement)!"", agenda.workspace)]
  [#if !part?has_content][#return ""][/#if]
  [#local follows = host.datesOf(part)?filter(one -> one.jour == day)?has_content || (part.parties)??]
  [#return (agenda.isSeries(part) && follows)?then(host.below(host.link(part), "/" + day), host.link(part))]
[/#function]

[#function plainText event]
  [#return host.plain(event, "description")?replace("<[^>]*>", " ", "r")?replace("\\s+", " ", "r")?trim]
[/#function]

[#function shortened text]
  [#return host.text((text?length > 158)?then(text[0..*155]?trim + "…", text))]
[/#function]

[#-- Organisers: name as encoded, and their page when they are in the directory. --]
[#function organisersOf event]
  [#local found = []]
  [#list host.entries(event, "organisateurs") as one]
    [#local known = host.byId(one.acteur!"", "acteurs")]
    [#if known?has_content]
      [#local found += [{"name": known.titre!known.@name, "plain": host.plain(known, "titre"), "acteur": known}]]
    [#elseif one.nom?has_content]
      [#local found += [{"name": one.nom, "plain": host.plain(one, "nom"), "acteur": {}}]]
    [/#if]
  [/#list]
  [#return found]
[/#function]

[#macro notice]
[#if isOver]
[#local like = coming?has_content?then({}, agenda.similar(event))]
<p class="rdv-notice">${i18n["evenements.passe"]}[#if coming?has_content] ${i18n["evenements.passe.suite"]} <a href="${agenda.addressOf(coming?first, event)}">${date.words(date.noonOf(coming?first.jour))}</a>.[#elseif like?has_content] ${i18n["evenements.passe.semblable"]} <a href="${agenda.addressOf(like, host.itemOf(like))}">${host.itemOf(like).titre!host.itemOf(like).@name}</a>, ${date.words(date.noonOf(like.jour))}.[/#if]</p>
[#elseif status?has_content]
<p class="rdv-notice rdv-notice-${status}">${i18n["evenements.statut." + status + ".phrase"]}</p>
[/#if]
[/#macro]

[#macro facts]
[#local publics = host.references(event.publics![], "vocabulaires") commune = host.byId(event.commune!"", "vocabulaires") where = agenda.whereOf(event)]
[#local named = where.href?has_content?then("<a href=\"" + where.href + "\">" + where.name + "</a>", where.name)]
[#local lines = [named, where.street, commune.titre!""]?filter(line -> line?has_content)]
<section aria-labelledby="pratique">
  <h2 id="pratique">${i18n["evenements.infos"]}</h2>
  <dl class="facts">
    <div><dt>${i18n["evenements.infos.quand"]}</dt><dd>${spoken()}</dd></div>
    [#if place?has_content]
    <div><dt>${i18n["evenements.infos.ou"]}</dt><dd>[#if lines?has_content]${lines?join("<br>")}[#else]${place}[/#if]</dd></div>
    [/#if]
    [#if event.tarif?has_content]<div><dt>${i18n["evenements.infos.combien"]}</dt><dd>${i18n["evenements.tarif." + event.tarif]}[#if event.tarifTexte?has_content]. ${event.tarifTexte}[/#if]</dd></div>[/#if]
    <div><dt>${i18n["evenements.infos.qui"]}</dt><dd>[#if publics?has_content]${publics?map(one -> (one.titre!one.@name)?uncap_first)?join(", ")?cap_first}[#else]${i18n["evenements.infos.tous"]}[/#if]</dd></div>
    [#if event.accessibilite?has_content]<div><dt>${i18n["evenements.infos.acces"]}</dt><dd>[#list event.accessibilite as one]${i18n["evenements.acces." + one]}[#sep], [/#list]</dd></div>[/#if]
  </dl>
</section>
[/#macro]

[#-- The day and the hours; several days tell themselves. --]
[#function spoken]
  [#local time = agenda.time(occurrence, event)]
  [#return time?starts_with(i18n["evenements.du"] + " ")?then(time?cap_first, when?cap_first + ", " + time?uncap_first)]
[/#function]

[#macro otherDates]
[#local others = coming?filter(one -> one.jour != occurrence.jour)]
[#if others?has_content]
<section aria-labelledby="dates">
  <h2 id="dates">${i18n["evenements.serie"]}</h2>
  <ul class="dates">
    [#list others as one]
      [#if one?index < 6]<li><a href="${agenda.addressOf(one, event)}">${date.words(date.noonOf(one.jour))?cap_first}</a></li>[/#if]
    [/#list]
  </ul>
  [#if others?size gt 6]
  <details class="more-dates"><summary>${i18n["evenements.serie.toutes"]}</summary>
    <ul class="dates">[#list others as one][#if one?index gte 6]<li><a href="${agenda.addressOf(one, event)}">${date.words(date.noonOf(one.jour))?cap_first} ${host.formatDate(date.noonOf(one.jour), "yyyy")}</a></li>[/#if][/#list]</ul>
  </details>
  [/#if]
</section>
[/#if]
[/#macro]

[#-- When and where, plain. --]
[#function told]
  [#local commune = host.plain(host.byId(event.commune!"", "vocabulaires"), "titre") where = agenda.whereOf(event)]
  [#return [when, agenda.time(occurrence, event)?uncap_first, where.plain, commune]?filter(part -> part?has_content)?join(", ")]
[/#function]

[#-- Where one comes to; nothing when it is on line alone. --]
[#function venue]
  [#local where = agenda.whereOf(event) commune = host.byId(event.commune!"", "vocabulaires")]
  [#local words = gestes.addressOf([where.plain, where.plainStreet]?filter(part -> part?has_content)?join(", "), commune)]
  [#return {"words": words, "position": where.position}]
[/#function]

[#-- All of the agenda into one's own, or news of this event. --]
[#macro take]
[#if icalendar?has_content]
<p class="article-take">
  <a class="more" href="${host.webcal("/agenda.ics")}">${i18n["evenements.abonner"]}</a>
  [#if isToCome && host.hasForms()]<a class="more" href="${host.subscription("agenda/" + event.@name)}" rel="nofollow">${i18n["evenements.prevenir"]}</a>[/#if]
</p>
[/#if]
[/#macro]

[#-- Why it is here: as the review or its source said, else as its structure tells; empty when nothing does. --]
[#function criterion]
  [#if event.critere?has_content][#return event.critere][/#if]
  [#if agenda.originOf(event) == "pole"][#return "pole"][/#if]
  [#local acteurs = organisers?map(one -> one.acteur)?filter(one -> one?has_content)]
  [#list acteurs as one]
    [#if host.isTrue(one.esus!false) || !["", "hors-ess"]?seq_contains((host.byId(one.famille!"", "vocabulaires").@name)!"")][#return "structure-ess"][/#if]
  [/#list]
  [#return acteurs?filter(one -> host.isTrue(one.partenaire!false))?has_content?then("partenaire", "")]
[/#function]

[#-- The criterion in a sentence, where all of them stand, and a way to say that it is wrong. --]
[#macro more]
[#local why = criterion() charter = host.pageAt("/charte")]
<p class="why">[#if why?has_content]${i18n["evenements.critere." + why]}
  [#if charter?has_content]<a href="${charter}">${i18n["evenements.critere.charte"]}</a>[/#if][/#if]
  [#if host.hasForms()]<a href="${host.pageAt("/contact")}?sujet=signaler&amp;page=${address?url("UTF-8")}" rel="nofollow">${i18n["evenements.signaler"]}</a>[/#if]
</p>
[/#macro]

[#-- Of the seats that are taken here, those that are left on this date. --]
[#function seatsLeft][#return event.inscription.places - (occurrence.inscrits!0)][/#function]

[#function isForSignUp][#return !isOver && status != "annule"][/#function]

[#-- How to take part; nothing where one just comes. --]
[#function signUpWays]
  [#if !isForSignUp()][#return []][/#if]
  [#local mode = (event.inscription.mode)!"" value = host.plain(event.inscription!{}, "valeur") online = host.webAddress(host.plain(event, "enLigne"))]
  [#if mode == "lien" && host.webAddress(value)?has_content]
    [#return [{"href": host.webAddress(value), "label": i18n["evenements.inscription.lien"], "external": true}]]
  [#elseif mode == "courriel" && value?has_content]
    [#return [{"href": "mailto:" + host.text(value), "label": i18n["evenements.inscription.courriel"], "icon": "message"}]]
  [#elseif mode == "telephone" && value?has_content]
    [#return [{"href": "tel:" + host.dial(value), "label": i18n.get("evenements.inscription.telephone", [host.text(value)]), "icon": "telephone"}]]
  [#elseif mode == "places" && (event.inscription.places)?? && host.hasForms()]
    [#local seat = host.below(host.pageAt("/agenda"), "/s-inscrire/" + event.@name + agenda.isSeries(event)?then("/" + occurrence.jour, ""))]
    [#return [{"href": seat, "label": i18n["evenements.inscription." + host.isTrue((event.inscription.surDemande)!false)?then("demander", (seatsLeft() gt 0)?then("prendre", "attendre"))], "icon": "agenda", "unseen": true}]]
  [/#if]
  [#return online?has_content?then([{"href": online, "label": i18n["evenements.visio"], "icon": "web", "external": true}], [])]
[/#function]

[#-- How to reach a structure; nothing when it says no way. --]
[#function waysTo acteur]
  [#local mail = host.open(acteur, "contact/courriel") phone = host.open(acteur, "contact/telephone")]
  [#if mail?has_content]
    [#return [{"href": "mailto:" + mail, "label": i18n["evenements.contact.ecrire"], "icon": "message"}]]
  [#elseif phone?has_content]
    [#return [{"href": "tel:" + host.dial(host.openPlain(acteur, "contact/telephone")), "label": i18n.get("evenements.contact.appeler", [phone]), "icon": "telephone"}]]
  [/#if]
  [#return []]
[/#function]

[#-- One action and one human. --]
[#macro contact]
[#local mode = (event.inscription.mode)!"" signUp = isForSignUp()]
[#if organisers?has_content]
[#local acteur = organisers?first.acteur]
<aside class="contact" aria-labelledby="contact">
  <h2 id="contact">${i18n["evenements.contact.titre"]}</h2>
  <p class="contact-name">${organisers?first.name}</p>
  [#if acteur.accroche?has_content]<p>${acteur.accroche}</p>[/#if]
  [#if organisers?size > 1]<p>${i18n["evenements.contact.avec"]} [#list organisers[1..] as one]${one.name}[#sep], [/#list]</p>[/#if]
  <ul class="ways">
    [#list signUps?has_content?then(signUps, waysTo(acteur)) as one][@gestes.way one /][/#list]
    [#-- Who is in no directory is reached all the same, and the address stays with us. --]
    [#local letter = acteur?has_content?then("", letters.letterTo("evenements", event))]
    [#if letter?has_content]<li><a class="button button-quiet" href="${letter}" rel="nofollow">[@icones.icon "message" /] ${i18n["evenements.contact.ecrire"]}</a></li>[/#if]
    [#local site = host.webAddress(host.plain(acteur, "siteWeb"))]
    [#-- Of the association's own events, this is the site. --]
    [#if site?has_content && agenda.originOf(event) != "pole"]<li><a class="button button-quiet" href="${site}" rel="external">[@icones.icon "web" /] ${i18n["evenements.contact.site"]}</a></li>[/#if]
  </ul>
  [#if (event.inscription.places)?? && signUp && mode == "places"]
  <p class="contact-small">[#if seatsLeft() == 1]${i18n.get("evenements.inscription.reste.une", [event.inscription.places?c])}[#elseif seatsLeft() gt 1]${i18n.get("evenements.inscription.reste", [seatsLeft()?c, event.inscription.places?c])}[#else]${i18n["evenements.inscription.reste." + host.isTrue((event.inscription.surDemande)!false)?then("demandes", "aucune")]}[/#if]</p>
  [#elseif (event.inscription.places)?? && signUp && mode?has_content && mode != "aucune"]<p class="contact-small">${i18n.get("evenements.inscription.places", [event.inscription.places?c])}</p>[/#if]
</aside>
[/#if]
[/#macro]

[#macro next]
[#local others = agenda.firsts(3, event.@id)]
[#if others?has_content]
<section class="block" aria-labelledby="ensuite">
  <div class="hedge" aria-hidden="true"></div>
  <div class="inside">
    <h2 id="ensuite" class="block-title">${i18n["evenements.ensuite"]}</h2>
    [@agenda.byDay others 3 /]
    [#if section?has_content]<p class="block-more"><a class="more" href="${host.link(section)}">${i18n["evenements.ensuite.tout"]} [@icones.icon "suite" /]</a></p>[/#if]
  </div>
</section>
[/#if]
[/#macro]

[#function instant moment]
  [#if host.isTrue(event.journee!false)][#return host.formatDate(moment, "yyyy-MM-dd")][/#if]
  [#return host.formatDate(moment, "yyyy-MM-dd'T'HH:mm:ssXXX")]
[/#function]

[#macro eventData]
[#local commune = host.byId(event.commune!"", "vocabulaires") online = host.plain(event, "enLigne") where = agenda.whereOf(event)]
[#local statuses = {"annule": "EventCancelled", "reporte": "EventPostponed"}]
[@page.data]{"@type":"Event",
  "name":${host.json(plainTitle)},
  "description":${host.json(plainText(event))},
  "startDate":${host.json(instant(occurrence.debut))},
  [#if event.fin??]"endDate":${host.json(host.isTrue(event.journee!false)?then(occurrence.dernierJour, instant(occurrence.fin)))},[/#if]
  "eventStatus":${host.json("https://schema.org/" + (statuses[status]!"EventScheduled"))},
  [#if online?has_content && !commune?has_content]
  "eventAttendanceMode":"https://schema.org/OnlineEventAttendanceMode",
  "location":{"@type":"VirtualLocation","url":${host.json(online)}},
  [#else]
  "eventAttendanceMode":"https://schema.org/${online?has_content?then("Mixed", "Offline")}EventAttendanceMode",
  "location":{"@type":"Place","name":${host.json(where.plain?has_content?then(where.plain, host.plain(commune, "titre")))},"address":{"@type":"PostalAddress",[#if where.plainStreet?has_content]"streetAddress":${host.json(where.plainStreet)},[/#if]"addressLocality":${host.json(host.plain(commune, "titre"))},"addressCountry":"FR"}},
  [/#if]
  "image":[${host.json(host.canonical(shared?has_content?then(shared, page.sharedPicture())))}],
  [#-- who pays what they like may pay nothing; what is still to be said is said to nobody --]
  [#if ["gratuit", "libre", "payant"]?seq_contains(event.tarif!"")]"isAccessibleForFree":${(event.tarif != "payant")?c},[/#if]
  [#if organisers?has_content]"organizer":[[#list organisers as one]{"@type":"Organization","name":${host.json(one.plain)}}[#sep],[/#list]],[/#if]
  "inLanguage":"fr",
  "url":${host.json(host.canonical(address))}
}[/@page.data]
[/#macro]
