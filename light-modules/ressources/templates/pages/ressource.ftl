[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/contact.ftl" as contact]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/gestes.ftl" as gestes]
[#import "/ressources/templates/includes/ressource.ftl" as ressources]

[#assign one = host.bySlug(ressources.workspace, ressources.nodeType, (ctx.slug!"")?string)]
[#if !one?has_content]
  [@host.notFound /]
[#else]
  [#assign address = host.link(one) plainTitle = host.plain(one, "titre")]
  [#assign title = (one.seo.titre)!one.titre!one.@name]
  [#assign summary = host.attribute(one.seo!{}, "description")]
  [#if !summary?has_content][#assign summary = host.attribute(one, "resume")][/#if]
  [#assign section = host.byPath("/ressources") trail = []]
  [#if section?has_content][#assign trail += [{"label": section.title!section.@name, "plain": host.plain(section, "title"), "href": host.link(section)}]][/#if]
  [#assign trail += [{"label": one.titre!one.@name, "plain": plainTitle, "href": address}]]
  [#assign file = ressources.fileOf(one.fichier!"") second = ressources.fileOf(one.versionAccessible!"") target = ressources.addressOf(one)]
  [#assign isOwn = target?has_content && host.plain(one, "lien")?starts_with("/")]
  [#assign fund = one.financement!{} help = one.accompagnement!{}]
  [#assign head][@page.breadcrumbData trail /][@workData /]${ressources.style}[/#assign]
  [@page.layout title=title description=summary rubrique="ressources" address=address type="article" head=head share={"item": one}]
  <div class="inside">
    [@page.breadcrumb trail /]
    <article class="article">
      <header class="article-head">
        <p class="article-facts">[@ressources.kind one /] <span class="fact">${i18n["ressources.pour"]} ${ressources.audience(one)}</span></p>
        <h1>${one.titre!one.@name}</h1>
        <p class="lead">${one.resume!}</p>
        [@gestes.row][@taken /][/@gestes.row]
      </header>
      <div class="article-columns">
        <div class="prose">
          [@fundFacts /]
          [@helpFacts /]
          [#-- Rich text is sanitised when it is saved, and decoded only here. --]
          [#if one.texte?has_content]<div class="rich">${host.rich(one, "texte")}</div>[/#if]
          <details class="know">
            <summary>${i18n["ressources.savoir"]}</summary>
            <dl class="plain-facts">
              [#if one.editeur?has_content]<div><dt>${i18n["ressources.faite"]}</dt><dd>${one.editeur}</dd></div>[/#if]
              [#if one.dateDocument?? && one.dateDocument?is_date_like]<div><dt>${i18n["ressources.datee"]}</dt><dd>[@date.inline one.dateDocument /]</dd></div>[/#if]
              [#if one.etapes?has_content]<div><dt>${i18n["ressources.etapes"]}</dt><dd>[#list sequence(one.etapes)?filter(stage -> ressources.stages?seq_contains(stage)) as stage]${i18n["ressources.etape." + stage]}[#sep], [/#list]</dd></div>[/#if]
              [#assign themes = host.references(one.themes![], "vocabulaires")]
              [#if themes?has_content]<div><dt>${i18n["ressources.themes"]}</dt><dd>[#list themes as theme]${theme.titre!theme.@name}[#sep], [/#list]</dd></div>[/#if]
            </dl>
          </details>
        </div>
        [@take /]
      </div>
    </article>
  </div>
  [@more /]
  [/@page.layout]
[/#if]

[#function sequence value][#return value?is_sequence?then(value, [value])][/#function]

[#-- Its file. --]
[#macro taken]
[#if file?has_content]<li><a class="button" href="${file.href}">[@icones.icon "fichier" /] <span>${i18n["ressources.telecharger"]} <span class="hidden">${one.titre!one.@name}</span> (${file.format}, ${file.weight}[#if one.langue?has_content && one.langue != "fr"], ${i18n["ressources.langue." + one.langue]}[/#if])</span></a></li>[/#if]
[/#macro]

[#-- One thing to do: take it, or go there. --]
[#macro take]
<aside class="contact" aria-labelledby="prendre">
  <h2 id="prendre">${i18n["ressources.prendre"]}</h2>
  <ul class="ways">
    [@taken /]
    [#if second?has_content]<li><a class="button button-quiet" href="${second.href}">[@icones.icon "fichier" /] <span>${i18n["ressources.accessible"]} <span class="hidden">${one.titre!one.@name}</span> (${second.format}, ${second.weight})</span></a></li>[/#if]
    [#if target?has_content]<li><a class="button[#if file?has_content] button-quiet[/#if]" href="${target}"[#if !isOwn] rel="external"[/#if]>[@icones.icon isOwn?then("suite", "lien") /] ${isOwn?then(i18n["ressources.ouvrir.ici"], i18n["ressources.ouvrir"])}</a></li>[/#if]
    [@contact.way "telephone" host.plain(help, "telephone") true /]
    [@contact.way "courriel" host.plain(help, "courriel") true /]
  </ul>
  [#if target?has_content && !isOwn]<p class="small">${i18n["ressources.prendre.lien"]}</p>[/#if]
  [#if host.isTrue(one.lienAVerifier!false)]<p class="fact checked link-to-check">[@icones.icon "lien" /] ${i18n["ressources.lien.a-verifier"]}</p>[/#if]
  [#if one.verifieLe?? && one.verifieLe?is_date_like]<p class="fact checked">[@icones.icon "verifie" /] ${i18n["ressources.verifiee"]} ${host.formatDate(one.verifieLe, "MMMM yyyy")}</p>[/#if]
</aside>
[/#macro]

[#macro fundFacts]
[#local days = ressources.daysLeft(one) amount = ressources.amount(fund.montantMin!0, fund.montantMax!0)]
[#local who = host.references(fund.eligibles![], "vocabulaires")]
[#if fund.financeur?has_content || amount?has_content || days != -2]
<div class="fund-head">
  [#if days != -2][@date.leaf fund.echeance /][/#if]
  <dl class="plain-facts">
    [#if fund.financeur?has_content]<div><dt>${i18n["ressources.financeur"]}</dt><dd>${fund.financeur}</dd></div>[/#if]
    [#if amount?has_content]<div><dt>${i18n["ressources.montant"]}</dt><dd>${amount}</dd></div>[/#if]
    [#if who?has_content]<div><dt>${i18n["ressources.eligibles"]}</dt><dd>${who?map(word -> (word.titre!word.@name)?uncap_first)?join(", ")}</dd></div>[/#if]
    <div><dt>${i18n["ressources.echeance"]}</dt><dd>[#if days == -2]${i18n["ressources.permanent"]}[#elseif days == -1]${i18n["ressources.passe"]} [@date.inline fund.echeance /][#else]${ressources.left(days, fund.echeance)}[/#if]</dd></div>
  </dl>
</div>
[/#if]
[/#macro]

[#macro helpFacts]
[#local structure = host.byId(help.structure!"", "acteurs")]
[#if structure?has_content || help.cout?has_content || help.zone?has_content]
<dl class="plain-facts">
  [#if structure?has_content]<div><dt>${i18n["ressources.detail.accompagnement.structure.label"]}</dt><dd><a href="${host.link(structure)}">${structure.titre!structure.@name}</a></dd></div>[/#if]
  [#if help.cout?has_content]<div><dt>${i18n["ressources.accompagnement.cout"]}</dt><dd>${help.cout}</dd></div>[/#if]
  [#if help.zone?has_content]<div><dt>${i18n["ressources.accompagnement.zone"]}</dt><dd>${help.zone}</dd></div>[/#if]
</dl>
[/#if]
[/#macro]

[#-- Others for the same people, without this one. --]
[#macro more]
[#local others = ressources.listed({"profils": sequence(one.profils![])}, 1, 4).items?filter(other -> other.@id != one.@id)[0..*3]]
[#if others?has_content]
<section class="block" aria-labelledby="autres">
  <div class="hedge" aria-hidden="true"></div>
  <div class="inside">
    <h2 class="block-title" id="autres">[@icones.icon "ressources" /] ${i18n["ressources.autres"]}</h2>
    [@ressources.cardList others /]
    [#if section?has_content]<p class="block-more"><a class="more" href="${host.link(section)}">${i18n["ressources.suite.toutes"]} [@icones.icon "suite" /]</a></p>[/#if]
  </div>
</section>
[/#if]
[/#macro]

[#macro workData]
[@page.data]{"@type":${file?has_content?then("\"DigitalDocument\"", "\"CreativeWork\"")},"name":${host.json(plainTitle)},"description":${host.json(host.plain(one, "resume"))},"url":${host.json(host.canonical(address))},"inLanguage":${host.json(one.langue!"fr")},"publisher":{"@type":"Organization","name":${host.json(host.plain(one, "editeur"))}}}[/@page.data]
[/#macro]
