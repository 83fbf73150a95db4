[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/actus/templates/includes/actu.ftl" as actus]
[#import "/portail/templates/includes/icones.ftl" as icones]

[#assign origins = ["pole", "territoire"]]
[#assign origin = origins?seq_contains(content.origine!"")?then(content.origine!"", "")]
[#assign asked = (ctx.page!"1")?string]
[#assign number = asked?matches("[1-9][0-9]{0,4}")?then(asked, "0")?number]
[#assign theme = word("themes", ctx.theme!"") commune = word("communes", ctx.commune!"")]
[#assign filters = chosen("themes", theme) + chosen("communes", commune)]
[#assign list = actus.latest(origin, (number > 0)?then(number, 1), 12, filters)]
[#assign lastPage = (list.pages > 0)?then(list.pages, 1)]

[#if number == 0 || number > lastPage || theme.unknown?? || commune.unknown??]
  [@host.notFound /]
[#else]
  [#assign section = origin?has_content?then(cmsfn.encode(cmsfn.parent(content)), content)]
  [#assign title = content.title!content.@name]
  [#assign trail = []]
  [#if origin?has_content]
    [#assign trail += [{"label": section.title!section.@name, "plain": host.plain(section, "title"), "href": host.link(section)}]]
  [/#if]
  [#assign trail += [{"label": title, "plain": host.plain(content, "title"), "href": host.link(content)}]]
  [#assign filtered = filters?has_content]
  [#assign choice = []]
  [#list [theme, commune] as one][#if one.titre??][#assign choice += [one.titre]][/#if][/#list]
  [#assign query = (theme.@name??)?then("theme=" + theme.@name!"", "") + (theme.@name?? && commune.@name??)?then("&amp;", "") + (commune.@name??)?then("commune=" + commune.@name!"", "")]
  [#assign pageTitle = ([title] + choice)?join(", ") + (number > 1)?then(", " + i18n["portail.pages.page"]?lower_case + " " + number?c, "")]
  [#assign pageAddress = host.link(content) + (number > 1)?then("?page=" + number?c, "")]
  [#assign head][@page.breadcrumbData trail /][/#assign]

  [@page.layout title=pageTitle description=host.attribute(content, "description") rubrique="actualites" address=pageAddress head=head indexed=!filtered]
    [@page.band title=title intro=content.intro!"" picture="/portail/webresources/images/actualites.svg" /]
    <div class="inside">
      [@page.breadcrumb trail /]
      <nav class="tabs" aria-label="${i18n["actus.onglets"]}">
        <ul>
          <li><a href="${host.link(section)}"[#if !origin?has_content] aria-current="page"[/#if]>[@icones.icon "actualites" /] ${i18n["actus.onglets.tout"]}</a></li>
          [#list cmsfn.children(section, "mgnl:page")![] as tab]
            [#if origins?seq_contains(tab.origine!"")]
            <li><a class="tab-${tab.origine}" href="${host.link(tab)}"[#if tab.origine == origin] aria-current="page"[/#if]>[@icones.icon tab.origine /] ${i18n["actus.onglets." + tab.origine]}</a></li>
            [/#if]
          [/#list]
        </ul>
      </nav>
      [@choose /]
      [#if list.total > 0]
        <p class="count">[#if list.total == 1]${i18n["actus.compte.une"]}[#else]${i18n.get("actus.compte.plusieurs", [list.total?c])}[/#if][#if filtered] – ${choice?join(", ")}[/#if]</p>
        [@actus.cardList actus=list.items level=2 firstBig=(number == 1) /]
        [@page.pager host.link(content) number list.pages query /]
      [#elseif filtered]
        [@page.empty title=i18n["actus.filtres.vide.titre"] text=i18n["actus.filtres.vide.texte"] ways=false]
        <p><a class="button" href="${host.link(content)}">${i18n["actus.filtres.tout"]}</a></p>
        [/@page.empty]
      [#else]
        [@page.empty i18n["actus.vide.titre"] i18n["actus.vide.texte"] /]
      [/#if]
    </div>
  [/@page.layout]
[/#if]

[#-- The word of a vocabulary that a parameter names: a node, nothing, or unknown. --]
[#function word vocabulary name]
  [#local asked = name?string]
  [#if !asked?has_content][#return {}][/#if]
  [#if !asked?matches("[a-z0-9-]{1,80}")][#return {"unknown": true}][/#if]
  [#local node = host.byPath("/" + vocabulary + "/" + asked, "vocabulaires")]
  [#return node?has_content?then(node, {"unknown": true})]
[/#function]

[#function chosen property node]
  [#return ((node.@id)??)?then({property: node.@id!""}, {})]
[/#function]

[#macro choose]
<details class="filters"[#if filtered] open[/#if]>
  <summary>${i18n["actus.filtres"]}</summary>
  <form action="${host.link(content)}" method="get">
    [@select "theme" "themes" theme /]
    [@select "commune" "communes" commune /]
    <button class="button" type="submit">${i18n["actus.filtres.voir"]}</button>
    [#if filtered]<a href="${host.link(content)}">${i18n["actus.filtres.tout"]}</a>[/#if]
  </form>
</details>
[/#macro]

[#macro select name vocabulary current]
[#local words = host.byPath("/" + vocabulary, "vocabulaires")]
<div>
  <label for="${name}">${i18n["actus.filtres." + name]}</label>
  <select id="${name}" name="${name}">
    <option value="">${i18n["actus.filtres." + name + ".tous"]}</option>
    [#if words?has_content]
    [#list cmsfn.children(words) as one]<option value="${one.@name}"[#if (current.@name!"") == one.@name] selected[/#if]>${one.titre!one.@name}</option>
    [/#list]
    [/#if]
  </select>
</div>
[/#macro]
