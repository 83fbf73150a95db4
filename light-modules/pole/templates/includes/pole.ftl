[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/carte.ftl" as cards]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/graines.ftl" as graines]

[#-- What the pages of the pôle share: lists, cards, states, seeds. --]

[#assign drawing = "/pole/webresources/images/action-carte.svg"]
[#assign states = ["en-cours", "a-venir", "terminee"]]
[#assign natures = ["accompagnement", "formation", "evenement", "outil", "etude", "reseau"]]
[#assign needs = ["partenaires", "salle", "intervenant", "relais", "benevoles"]]

[#function listed workspace type filters={} page=1 size=24 sort="titre"]
  [#return host.list({"workspace": workspace, "type": type, "sort": sort, "filters": filters, "page": page, "size": size})]
[/#function]

[#-- Actions, the latest first. --]
[#function actions filters={} page=1 size=24][#return listed("actions", "bocage:action", filters, page, size, "debut desc")][/#function]

[#-- The missions in their order. --]
[#function missions][#return listed("missions", "bocage:mission", {}, 1, 50, "ordre").items][/#function]

[#-- Actions that go on, then those to come. --]
[#function lively filters={} size=6]
  [#local found = actions(filters + {"etatAction": "en-cours"}, 1, size).items]
  [#if found?size < size][#local found += actions(filters + {"etatAction": "a-venir"}, 1, size - found?size).items][/#if]
  [#return found]
[/#function]

[#function stateOf action][#return states?seq_contains(action.etatAction!"")?then(action.etatAction!"", "en-cours")][/#function]

[#-- What is looked for, in order, of those that are known. --]
[#function wantedBy action][#return needs?filter(one -> (action.cherche![])?seq_contains(one))][/#function]

[#-- Where it stands: words and a shape. --]
[#macro state action]
[#local at = stateOf(action)]
<span class="state state-${at}">${i18n["actions.detail.etatAction.options." + at]}</span>
[/#macro]

[#macro nature action]
[#if natures?seq_contains(action.nature!"")]<span class="fact">[@icones.icon "pole" /] ${i18n["actions.detail.nature.options." + action.nature]}</span>[/#if]
[/#macro]

[#-- « On cherche une salle, des relais » --]
[#macro wanted action]
[#local all = wantedBy(action)]
[#if all?has_content && stateOf(action) != "terminee"]
<span class="wanted">[@icones.icon "besoin" /] ${i18n["pole.cherche"]} [#list all as one]${i18n["actions.detail.cherche.options." + one]?uncap_first}[#sep], [/#list]</span>
[/#if]
[/#macro]

[#macro actionCard action level=3 big=false]
[@cards.card title=action.titre!action.@name href=host.link(action) photo=image.of(action)?first!{} drawing=drawing text=action.accroche!"" level=level big=big]
  [@state action /]
  [@nature action /]
  [@wanted action /]
[/@cards.card]
[/#macro]

[#macro actionList actions level=3]
<ul class="cards">[#list actions as action]<li>[@actionCard action level /]</li>[/#list]</ul>
[/#macro]

[#function pictureOf mission][#return ((mission.illustration.image)?has_content)?then(mission.illustration, {})][/#function]

[#macro missionCard mission level=3]
[@cards.card title=mission.titre!mission.@name href=host.link(mission) photo=pictureOf(mission) drawing=drawing text=mission.phrase!"" level=level /]
[/#macro]

[#macro missionList missions level=3]
<ul class="cards cards-missions">[#list missions as mission]<li>[@missionCard mission level /]</li>[/#list]</ul>
[/#macro]

[#-- What gave birth to what: pairs of ends, each with a label and an address, of all that has seeds. --]
[#function seeds]
  [#local all = []]
  [#list graines.told as workspace, type]
    [#list listed(workspace, type, {"graines/genre": ["nee-de", "a-fait-naitre"]}, 1, 1000).items as item]
      [#list graines.entriesOf(item) as entry]
        [#local other = graines.endOf(entry) own = graines.own(item)]
        [#if other?has_content]
          [#local born = (entry.genre!"") == "nee-de"]
          [#local all += [{"from": born?then(other, own), "to": born?then(own, other)}]]
        [/#if]
      [/#list]
    [/#list]
  [/#list]
  [#-- Told at both ends, a link is still one. --]
  [#local once = [] seen = []]
  [#list all as one]
    [#local key = one.from.label + "|" + one.to.label]
    [#if !seen?seq_contains(key)][#local once += [one] seen += [key]][/#if]
  [/#list]
  [#return once]
[/#function]

[#-- « 3 actions » --]
[#function count kind total]
  [#if total == 0][#return i18n["pole.compte." + kind + ".zero"]][/#if]
  [#return (total == 1)?then(i18n["pole.compte." + kind + ".un"], i18n.get("pole.compte." + kind + ".plusieurs", [total?c]))]
[/#function]

[#-- A moment that is given and lies in the past. --]
[#function isPast moment][#return moment?is_date_like && moment?long < host.now()?long]
[/#function]

[#macro css]<link rel="stylesheet" href="${host.resource("/pole/webresources/css/pole.css")}">[/#macro]
