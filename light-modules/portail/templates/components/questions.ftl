[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/blocs.ftl" as blocs]
[#assign entries = host.entries(content, "questions")]
[@blocs.heading content entries?has_content /]
[#if entries?has_content]
<div class="questions">
  [#list entries as one]
  <details>
    <summary>${one.question!}</summary>
    <p>${one.reponse!}</p>
  </details>
  [/#list]
</div>
[/#if]
