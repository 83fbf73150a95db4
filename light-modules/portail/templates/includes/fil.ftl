[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/date.ftl" as date]

[#-- What was told of something and where one met, from its beginning; property: of the actus and events, which refers to it. --]
[#macro thread property item]
[#local told = []]
[#list {"actus": {"type": "bocage:actu", "date": "publie"}, "evenements": {"type": "bocage:evenement", "date": "debut"}} as workspace, kind]
  [#list host.list({"workspace": workspace, "type": kind.type, "sort": kind.date, "size": 60, "filters": {property: item.@id}}).items as one]
    [#if (one[kind.date])?? && one[kind.date]?is_date_like][#local told += [{"since": one[kind.date]?long, "date": one[kind.date], "item": one}]][/#if]
  [/#list]
[/#list]
[#if told?has_content]
<section aria-labelledby="fil">
  <h2 class="small-title" id="fil">${i18n["portail.fil"]}</h2>
  <ol class="plain-list">
    [#list host.sortedBy(told, "since") as one]<li>[@date.inline one.date /]<br><a href="${host.link(one.item)}">${one.item.titre!one.item.@name}</a></li>
    [/#list]
  </ol>
</section>
[/#if]
[/#macro]
