[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/date.ftl" as date]

[#-- What the actus told of something, from its beginning; property: of the actus, which refers to it. --]
[#macro thread property item]
[#local told = host.list({"workspace": "actus", "type": "bocage:actu", "sort": "publie", "size": 60, "filters": {property: item.@id}}).items]
[#if told?has_content]
<section aria-labelledby="fil">
  <h2 class="small-title" id="fil">${i18n["portail.fil"]}</h2>
  <ol class="plain-list">
    [#list told as one]<li>[@date.inline one.publie!"" /]<br><a href="${host.link(one)}">${one.titre!one.@name}</a></li>
    [/#list]
  </ol>
</section>
[/#if]
[/#macro]
