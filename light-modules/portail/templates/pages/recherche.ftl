[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/choix.ftl" as choix]
[#import "/portail/templates/includes/portes.ftl" as portes]
[#import "/portail/templates/includes/recherche.ftl" as recherche]
[#import "/portail/templates/includes/statut.ftl" as statut]

[#assign words = recherche.typed() number = choix.pageNumber() kinds = choix.asked("genre")]
[#assign chosen = [choix.ofWords("commune", "communes", "communes"), choix.ofWords("theme", "themes", "themes")]]
[#assign narrowed = choix.wanted(chosen) + kinds?has_content?then({"kind": kinds}, {})]
[#assign past = (ctx.passe!"")?string == "oui"]
[#assign found = recherche.find(words, narrowed, (number > 0)?then(number, 1), 10, past)]
[#assign lastPage = (found.pages > 0)?then(found.pages, 1)]

[#if !host.canSearch() || number == 0 || number > lastPage]
  [@host.notFound /]
[#else]
  [#assign address = host.link(content) title = content.title!content.@name]
  [#assign asked = ["q=" + words?url("UTF-8"), past?then("passe=oui", "")] byKind = found.counts.kind!{}]
  [#assign ofKinds = asked + kinds?map(one -> "genre=" + one?url("UTF-8"))]
  [#assign pageTitle = words?has_content?then(host.text(words) + " – ", "") + title]
  [#assign head]<link rel="stylesheet" href="${host.resource("/portail/webresources/css/recherche.css")}">[/#assign]
  [@page.layout title=pageTitle address=address head=head indexed=false]
    [@page.band title=title]
      [@recherche.box "page" words /]
    [/@page.band]
    <div class="inside results">
      [@page.breadcrumb [{"label": title, "plain": title, "href": address}] /]
      [#if !words?has_content]
        [@page.empty title=i18n["portail.recherche.debut.titre"] text=i18n["portail.recherche.debut.texte"] ways=false]
        [@portes.rubriques page.menu() /]
        [/@page.empty]
      [#elseif found.total == 0]
        [#if narrowed?has_content][@choix.chosen chosen address asked /][/#if]
        [@page.empty title=i18n.get("portail.recherche.vide.titre", [host.text(words)]) text=i18n["portail.recherche.vide.texte"]]
        [@suggestion /]
        [#if !past][@over /][/#if]
        [#if narrowed?has_content]<p><a class="button" href="${choix.at(address, choix.query([], asked))}">${i18n["portail.recherche.partout"]}</a></p>[/#if]
        [@portes.rubriques page.menu() /]
        [/@page.empty]
      [#else]
        <p class="count" role="status">[#if found.total == 1]${i18n["portail.recherche.compte.un"]}[#else]${i18n.get("portail.recherche.compte.plusieurs", [found.total?c])}[/#if]</p>
        [#if found.instead?has_content]
        <p class="results-note">${i18n.get("portail.recherche.plutot", [host.text(words), host.text(found.instead)])}</p>
        [#elseif found.whole == 0]
        <p class="results-note">${i18n.get("portail.recherche.approche", [host.text(words)])}</p>
        [#elseif found.whole < found.total]
        <p class="results-note">${i18n["portail.recherche.peu"]}</p>
        [/#if]
        [@suggestion /]
        [#if byKind?size > 1 || kinds?has_content]
        <nav class="tabs" aria-label="${i18n["portail.recherche.genres"]}">
          <ul>
            <li><a href="${choix.at(address, choix.query(chosen, asked))}"[#if !kinds?has_content] aria-current="page"[/#if]>${i18n["portail.recherche.tout"]}</a></li>
            [#list byKind as kind, count]
            <li><a href="${choix.at(address, choix.query(chosen, asked + ["genre=" + kind?url("UTF-8")]))}"[#if kinds?seq_contains(kind)] aria-current="page"[/#if]>${recherche.kind(kind)} <span class="tab-count">${count?c}</span></a></li>
            [/#list]
          </ul>
        </nav>
        [/#if]
        [@choix.form counted() address i18n["portail.recherche.affiner"] {"q": words, "genre": (kinds?first)!"", "passe": past?then("oui", "")} /]
        [@choix.chosen chosen address ofKinds /]
        [@over /]
        <ol class="results-list">
          [#list found.items as one]
          <li>[@result one /]</li>
          [/#list]
        </ol>
        [@page.pager address number found.pages choix.query(chosen, ofKinds) /]
      [/#if]
    </div>
  [/@page.layout]
[/#if]

[#-- The filters with what there is to choose, and how much of it. --]
[#function counted]
  [#local filters = []]
  [#list chosen as filter]
    [#local counts = found.counts[filter.property]!{} options = []]
    [#list filter.options as one]
      [#if counts[one.wanted]?? || filter.asked?seq_contains(one.value)]
        [#local options += [one + {"label": one.label + " (" + (counts[one.wanted]!0)?c + ")"}]]
      [/#if]
    [/#list]
    [#local filters += [filter + {"options": options}]]
  [/#list]
  [#return filters]
[/#function]

[#-- Suggested words in place of a name that nothing has. --]
[#macro suggestion]
[#if found.suggestion?has_content]
<p class="results-note">${i18n.get("portail.recherche.vouliezVous", ["<a href=\"" + choix.at(address, "q=" + found.suggestion?url("UTF-8")) + "\">" + host.text(found.suggestion) + "</a>"])}</p>
[/#if]
[/#macro]

[#-- Events that are over are found by those who ask for them. --]
[#macro over]
<p><a class="more" href="${choix.at(address, choix.query(chosen, ["q=" + words?url("UTF-8"), past?then("", "passe=oui")] + kinds?map(one -> "genre=" + one?url("UTF-8"))))}">${i18n["portail.recherche." + past?then("sansPasse", "avecPasse")]}</a></p>
[/#macro]

[#macro result one]
[#local item = one.item]
<article class="result linked">
  <h2 class="result-title linked-title"><a href="${host.link(item)}">${statut.titled(item, one.title?has_content?then(one.title, host.text(item.title!item.@name)))}</a></h2>
  [#if one.excerpt?has_content]<p class="result-text">${one.excerpt}</p>[/#if]
  <p class="result-facts"><span class="result-kind">${recherche.kind(one.kind)}</span>[#local when = recherche.moment(one.kind, item)][#if when?has_content] <span>[@date.inline when /]</span>[/#if][#list host.references((item.commune)!item.communes![], "vocabulaires") as place] <span>${place.titre!""}</span>[/#list]</p>
</article>
[/#macro]
