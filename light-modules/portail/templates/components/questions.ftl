[#import "/portail/templates/includes/host.ftl" as host]
[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
[#if (content.questions)?? && content.questions?is_hash]
<div class="questions">
  [#list host.entries(content, "questions") as one]
  <details>
    <summary>${one.question!}</summary>
    <p>${one.reponse!}</p>
  </details>
  [/#list]
</div>
[/#if]
