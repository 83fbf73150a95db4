[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/blocs.ftl" as blocs]
[#-- One that leads nowhere is left out. --]
[#assign entries = host.entries(content, "elements")?filter(one -> !one.page?has_content || host.byId(one.page, "website")?has_content)]
[@blocs.heading content entries?has_content /]
[#if entries?has_content]
<dl class="items">
  [#list entries as one]
  [#assign target = host.byId(one.page!"", "website")]
  <div>
    <dt>[#if target?has_content]<a href="${host.link(target)}">${one.titre!target.title!target.@name}</a>[#else]${one.titre!}[/#if]</dt>
    <dd>${one.texte!}</dd>
  </div>
  [/#list]
</dl>
[/#if]
