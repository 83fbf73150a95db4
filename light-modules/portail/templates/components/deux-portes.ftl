[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
[#if (content.portes)?? && content.portes?is_hash]
<ul class="two-doors">
  [#list host.entries(content, "portes") as one]
    [#assign target = host.byId(one.page!"", "website")]
    [#if target?has_content]
    <li><a href="${host.link(target)}"><strong>${one.titre!target.title!target.@name} [@icones.icon "suite" /]</strong>[#if one.texte?has_content] <span>${one.texte}</span>[/#if]</a></li>
    [/#if]
  [/#list]
</ul>
[/#if]
