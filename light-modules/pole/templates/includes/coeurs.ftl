[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/carte.ftl" as cards]
[#import "/portail/templates/includes/icones.ftl" as icones]

[#-- What somebody of the pôle has taken to heart, of all kinds of contents; the latest first. --]

[#assign kinds = {"actus": "bocage:actu", "projets": "bocage:projet", "actions": "bocage:action", "lieux": "bocage:lieu", "acteurs": "bocage:acteur"}]

[#-- Those of now, or those whose time is over. --]
[#function found live size=24]
  [#-- The last day is still one. --]
  [#local all = [] today = host.day()?long]
  [#list kinds as workspace, type]
    [#list host.list({"workspace": workspace, "type": type, "sort": "coupDeCoeur/du desc", "filters": {"coupDeCoeur/du": {"to": host.now()}}, "size": 200}).items as item]
      [#local heart = item.coupDeCoeur!{}]
      [#if heart?is_hash && (heart.du)?? && heart.du?is_date_like && (heart.phrase)?has_content]
        [#local over = (heart.au)?? && heart.au?is_date_like && heart.au?long < today]
        [#if over != live][#local all += [{"since": heart.du?long, "behind": (heart.apresLesAutres)??, "kind": workspace, "item": item}]][/#if]
      [/#if]
    [/#list]
  [/#list]
  [#local all = host.sortedBy(all, "since")?reverse]
  [#local all = all?filter(one -> !one.behind) + all?filter(one -> one.behind)]
  [#return (all?size > size)?then(all[0..<size], all)]
[/#function]

[#function pictureOf item]
  [#local several = image.of(item)]
  [#if several?has_content][#return several?first][/#if]
  [#list ["photo", "logo"] as name]
    [#if (item[name].image)?has_content && host.assetLink(item[name].image, "carte")?has_content][#return item[name]][/#if]
  [/#list]
  [#return {}]
[/#function]

[#macro list hearts level=3]
<ul class="cards">
  [#list hearts as one]
  <li>
    [#local said]<q>${one.item.coupDeCoeur.phrase}</q>[#if (one.item.coupDeCoeur.role)?has_content] <span class="said-who">– ${one.item.coupDeCoeur.role}</span>[/#if][/#local]
    [@cards.card title=one.item.titre!one.item.@name href=host.link(one.item) photo=pictureOf(one.item) drawing="/pole/webresources/images/action-carte.svg" text=said level=level]
      <span class="fact">[@icones.icon "coeur" /] ${i18n["coeurs.genre." + one.kind]}</span>
    [/@cards.card]
  </li>
  [/#list]
</ul>
[/#macro]
