[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/portes.ftl" as portes]
[#import "/portail/templates/includes/recherche.ftl" as recherche]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/contact.ftl" as contact]
[#import "/portail/templates/includes/gestes.ftl" as gestes]
[#import "/portail/templates/includes/annonceurs.ftl" as annonceurs]
[#import "/annonces/templates/includes/annonce.ftl" as annonces]

[#assign annonce = host.bySlug(annonces.workspace, annonces.nodeType, (ctx.slug!"")?string)]
[#if !annonce?has_content]
  [@host.notFound /]
[#elseif annonces.sectionOf(annonce) != (ctx.rubrique!"")?string]
  [@host.redirectPermanently host.link(annonce) /]
[#else]
  [#assign address = host.link(annonce) isOpen = annonces.isOpen(annonce)]
  [#assign section = host.byPath("/annonces") tab = host.byPath("/annonces/" + annonces.sectionOf(annonce))]
  [#assign title = (annonce.seo.titre)!annonce.titre!annonce.@name plainTitle = host.plain(annonce, "titre")]
  [#assign plainText = host.plain(annonce, "description")?replace("<[^>]*>", " ", "r")?replace("\\s+", " ", "r")?trim]
  [#assign summary = host.attribute(annonce.seo!{}, "description")]
  [#if !summary?has_content][#assign summary = host.text((plainText?length > 158)?then(plainText[0..*155]?trim + "…", plainText))][/#if]
  [#assign structure = annonces.structureOf(annonce)]
  [#assign shared = (annonce.photo.image)?has_content?then(host.assetLink((annonce.photo.image)!"", "partage"), "")]
  [#assign trail = []]
  [#list [section, tab] as one]
    [#if one?has_content][#assign trail += [{"label": one.title!one.@name, "plain": host.plain(one, "title"), "href": host.link(one)}]][/#if]
  [/#list]
  [#assign trail += [{"label": annonce.titre!annonce.@name, "plain": plainTitle, "href": address}]]
  [#if !isOpen]
    [@host.gone /]
    [#assign head][@annonces.css /][/#assign]
    [@page.layout title=i18n["annonces.terminee"] + " : " + title rubrique="annonces" address=address head=head indexed=false][@closed /][/@page.layout]
  [#else]
    [#assign head][@page.breadcrumbData trail /][#if annonce.type == "emploi"][@jobData /][/#if][@annonces.css /][/#assign]
    [@page.layout title=title description=summary rubrique="annonces" address=address image=shared photo=annonce.photo!{} type="article" head=head share={"item": annonce}][@shown /][/@page.layout]
  [/#if]
[/#if]

[#macro closed]
<div class="inside">
  [@page.breadcrumb trail /]
  <div class="closed">
    <img src="${host.resource("/annonces/webresources/images/terminee.svg")}" alt="" width="320" height="200" decoding="async">
    <div>
      <p class="closed-word">${i18n["annonces.terminee"]}</p>
      <h1>${annonce.titre!annonce.@name}</h1>
      <p class="lead">${i18n["annonces.terminee.texte"]}</p>
      [@recherche.box "perdu" /]
    </div>
  </div>
</div>
[@next i18n["annonces.terminee.autres"] /]
[@portes.ofHome page.home /]
[/#macro]

[#macro shown]
<div class="inside">
  [@page.breadcrumb trail /]
  <article class="article">
    <header class="article-head">
      <p class="article-facts">[@annonces.kind annonce /] [@annonces.deadline annonce /] [@annonceurs.line annonce /]</p>
      <h1>${annonce.titre!annonce.@name}</h1>
      <p class="lead annonce-who">${annonces.structureName(annonce)} <span class="fact">[@icones.icon "lieu" /] ${annonces.placeOf(annonce)}</span></p>
      [@gestes.row][#list ways() as one][@gestes.way one one?index > 0 /][/#list][/@gestes.row]
    </header>
    <div class="article-columns">
      <div class="prose">
        [#if (annonce.photo.image)?has_content]
        <figure class="figure figure-main">
          [@image.picture photo=annonce.photo main=true sizes="(min-width: 60rem) 684px, 100vw" class="plot" /]
          [@image.legend annonce.photo /]
        </figure>
        [/#if]
        [#-- Rich text is sanitised when it is saved, and decoded only here. --]
        <div class="rich">${host.rich(annonce, "description")}</div>
        [@facts /]
      </div>
      [@answer /]
    </div>
  </article>
</div>
[#local matching = annonces.matches(annonce)]
[#if matching?has_content]
<section class="block" aria-labelledby="trouve">
  <div class="inside">
    <h2 id="trouve" class="block-title">${i18n["annonces.repond." + annonce.type]}</h2>
    [@annonces.cardList matching /]
  </div>
</section>
[/#if]
[@next i18n["annonces.dedans"] matching /]
[/#macro]

[#-- What this kind of annonce tells, one line each. --]
[#function factsOf]
  [#local found = []]
  [#list ["contrat", "categorieMateriel", "etatObjet"] as name]
    [#if annonce[name]?has_content][#local found += [[name, i18n["annonces.detail." + name + ".options." + annonce[name]]]]][/#if]
  [/#list]
  [#list ["tempsTravail", "remuneration", "duree", "niveau", "gratification", "engagement", "avantage", "conditions", "retrait", "financeur", "perimetre"] as name]
    [#if annonce[name]?has_content][#local found += [[name, annonce[name]]]][/#if]
  [/#list]
  [#if annonce.priseDePoste?? && annonce.priseDePoste?is_date_like][#local found += [["priseDePoste", annonces.dayMonth(annonce.priseDePoste)]]][/#if]
  [#local least = annonce.montantMin!0 most = annonce.montantMax!0]
  [#if least > 0 && most > 0]
    [#local found += [["montantMin", i18n.get("annonces.montant.entre", [least?string(",##0"), most?string(",##0")])]]]
  [#elseif most > 0]
    [#local found += [["montantMin", i18n.get("annonces.montant.jusqua", [most?string(",##0")])]]]
  [#elseif least > 0]
    [#local found += [["montantMin", i18n.get("annonces.montant.des", [least?string(",##0")])]]]
  [/#if]
  [#local who = host.references(annonce.eligibles![], "vocabulaires")]
  [#if who?has_content][#local found += [["eligibles", who?map(one -> one.titre!one.@name)?join(", ")]]][/#if]
  [#return found]
[/#function]

[#macro facts]
[#local all = factsOf() official = host.webAddress(host.plain(annonce, "lienOfficiel"))]
[#if all?has_content]
<section aria-labelledby="bref">
  <h2 id="bref">${i18n["annonces.faits"]}</h2>
  <dl class="facts">
    [#list all as one]<div><dt>${(one[0] == "montantMin")?then(i18n["annonces.montant"], i18n["annonces.detail." + one[0] + ".label"])}</dt><dd>${one[1]}</dd></div>
    [/#list]
  </dl>
</section>
[/#if]
[#if official?has_content]<p><a href="${official}" rel="external">[@icones.icon "web" /] ${i18n["annonces.officiel"]}</a></p>[/#if]
[/#macro]

[#-- Ways to answer. A mail address is written for people, not for those who collect them. --]
[#function ways]
  [#local found = []]
  [#if (annonce.commentRepondre)?? && annonce.commentRepondre?is_hash]
    [#list host.entries(annonce, "commentRepondre") as way]
      [#local value = host.plain(way, "valeur")]
      [#switch way.genre!""]
        [#case "courriel"]
          [#local letter = contact.letterTo("annonces", annonce)]
          [#local found += [{"href": letter?has_content?then(letter, hidden("mailto:" + value)), "label": i18n["annonces.repondre" + letter?has_content?then("", ".courriel")], "icon": "message"}]]
          [#break]
        [#case "telephone"]
          [#local found += [{"href": "tel:" + host.dial(value), "label": i18n.get("annonces.repondre.telephone", [host.text(value)]), "icon": "telephone"}]]
          [#break]
        [#case "adresse"]
          [#if host.webAddress(value)?has_content][#local found += [{"href": host.webAddress(value), "label": i18n["annonces.repondre.adresse"], "icon": "web", "external": true}]][/#if]
          [#break]
      [/#switch]
    [/#list]
  [/#if]
  [#return found]
[/#function]

[#-- How to answer, while it is open. --]
[#macro answer]
<aside class="contact" aria-labelledby="repondre">
  <h2 id="repondre">${i18n["annonces.repondre"]}</h2>
  <p class="contact-name">${annonces.structureName(annonce)}</p>
  [#if structure.accroche?has_content]<p>${structure.accroche}</p>[/#if]
  <p class="contact-small">${i18n["annonces.repondre.avant"]} <strong>${date.words(annonce.cloture)}</strong></p>
  <ul class="ways">
    [#list ways() as one][@gestes.way one /][/#list]
    [#local site = host.webAddress(host.plain(structure, "siteWeb"))]
    [#-- Of the association's own annonces, this is the site. --]
    [#if site?has_content && (structure.@id!"") != page.said("structure")]<li><a class="button button-quiet" href="${site}" rel="external">[@icones.icon "web" /] ${i18n["annonces.site"]}</a></li>[/#if]
  </ul>
</aside>
[/#macro]

[#-- Every letter as a reference: the same for a browser, no address for who searches the page for one. --]
[#function hidden text]
  [#local encoded = ""]
  [#list 0..<text?length as i][#local encoded += letters(text[i])][/#list]
  [#return encoded]
[/#function]

[#function letters letter]
  [#local known = "abcdefghijklmnopqrstuvwxyz"?index_of(letter)]
  [#if known gte 0][#return "&#" + (97 + known)?c + ";"][/#if]
  [#return (letter == "@")?then("&#64;", (letter == ".")?then("&#46;", (letter == ":")?then("&#58;", host.text(letter))))]
[/#function]

[#macro next title already=[]]
[#local known = already?map(one -> one.@id) others = annonces.others(annonce)?filter(one -> !known?seq_contains(one.@id))]
[#if others?has_content || section?has_content]
<section class="block" aria-labelledby="ensuite">
  <div class="hedge" aria-hidden="true"></div>
  <div class="inside">
    <h2 id="ensuite" class="block-title">${title}</h2>
    [#if others?has_content]
      [@annonces.cardList others /]
    [#else]
      <p>${i18n["annonces.vide.texte"]}</p>
    [/#if]
    [#if section?has_content]<p class="block-more"><a class="more" href="${host.link(section)}">${i18n["annonces.ensuite.toutes"]} [@icones.icon "suite" /]</a></p>[/#if]
  </div>
</section>
[/#if]
[/#macro]

[#macro jobData]
[#local commune = host.byId(annonce.commune!"", "vocabulaires")]
[#local town = host.plain(commune, "titre") code = host.plain(commune, "codePostal") pay = salary(host.plain(annonce, "remuneration"))]
[@page.data]{"@type":"JobPosting",
  "title":${host.json(plainTitle)},
  "description":${host.json(host.plain(annonce, "description"))},
  [#if annonce.publie?? && annonce.publie?is_date_like]"datePosted":${host.json(host.formatDate(annonce.publie, "yyyy-MM-dd"))},[/#if]
  "validThrough":${host.json(host.formatDate(annonce.cloture, "yyyy-MM-dd") + "T23:59:59" + host.formatDate(annonce.cloture, "XXX"))},
  "employmentType":[[#list employment() as one]${host.json(one)}[#sep],[/#list]],
  "hiringOrganization":{"@type":"Organization","name":${host.json(structure?has_content?then(host.plain(structure, "titre"), host.plain(annonce.structure!{}, "nom")))}}[#if town?has_content],
  "jobLocation":{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":${host.json(town)},[#if code?has_content]"postalCode":${host.json(code)},[/#if]"addressCountry":"FR"}}[/#if][#if host.isTrue(annonce.aDistance!false)],
  "jobLocationType":"TELECOMMUTE",
  "applicantLocationRequirements":{"@type":"Country","name":"France"}[/#if][#if pay?has_content],
  "baseSalary":{"@type":"MonetaryAmount","currency":"EUR","value":{"@type":"QuantitativeValue",[#if pay.most?has_content]"minValue":${pay.least},"maxValue":${pay.most}[#else]"value":${pay.least}[/#if],"unitText":${host.json(pay.unit)}}}[/#if]
}[/@page.data]
[/#macro]

[#-- What a job is to machines: its contract, and whether it leaves part of the week. --]
[#function employment]
  [#local contract = {"cdd": "TEMPORARY", "interim": "TEMPORARY", "alternance": "INTERN", "independant": "CONTRACTOR"}[annonce.contrat!""]!""]
  [#local time = isPartTime(spaced(host.plain(annonce, "tempsTravail")))?then("PART_TIME", (annonce.contrat! == "cdi")?then("FULL_TIME", ""))]
  [#local found = [contract, time]?filter(one -> one?has_content)]
  [#return found?has_content?then(found, ["OTHER"])]
[/#function]

[#-- « Mi-temps », « 28 h par semaine »: less than the 35 hours of the law. --]
[#function isPartTime words]
  [#if words?matches(".*(temps partiel|mi-temps|temps non complet).*")][#return true][/#if]
  [#local hours = words?matches("(?:.*[^0-9,])?([0-9]{1,2})(?:[.,][0-9]+)? ?h(?:eures?)?(?: ?[0-9]{2})? ?(?:par|/|à la) ?sem.*|([0-9]{1,2})(?:[.,][0-9]+)? ?h.*")]
  [#if !hours][#return false][/#if]
  [#return (hours?groups[1] + hours?groups[2])?number < 35]
[/#function]

[#-- A pay that reads as a number or a range, in euros a unit of time: {least, most, unit}; nothing otherwise. --]
[#function salary words]
  [#local told = spaced(words)?replace("(?<=[0-9]) (?=[0-9]{3})", "", "r")]
  [#local amount = told?matches("[^0-9]*([0-9]+(?:[.,][0-9]{1,2})?)(?: ?€)?(?: ?(?:à|-|–|et) ?([0-9]+(?:[.,][0-9]{1,2})?))? ?€[^0-9]*")]
  [#if !amount][#return {}][/#if]
  [#list [["mois|mensuel", "MONTH"], ["heure|horaire|/h", "HOUR"], ["par an|/an|annuel", "YEAR"], ["semaine|hebdo", "WEEK"], ["jour", "DAY"]] as unit]
    [#if told?matches(".*(" + unit[0] + ").*")]
      [#return {"least": amount?groups[1]?replace(",", "."), "most": (amount?groups[2]!"")?replace(",", "."), "unit": unit[1]}]
    [/#if]
  [/#list]
  [#return {}]
[/#function]

[#-- In small letters, with plain blanks. --]
[#function spaced words][#return words?lower_case?replace("[\\s\\xA0\\u202F]+", " ", "r")?trim][/#function]
