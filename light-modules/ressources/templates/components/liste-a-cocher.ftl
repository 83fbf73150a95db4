[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/blocs.ftl" as blocs]
[#-- Steps, each with what to tick off: a line each. The ticks stay in the browser (cases.js); without script they are boxes to tick, and to print. --]
[#assign steps = host.entries(content, "etapes")]
[@blocs.heading content steps?has_content /]
[#if steps?has_content]
<div class="checklist" data-cases="${content.@id}">
  [#list steps as step]
  [#assign lines = host.plain(step, "lignes")?split("\n")?map(one -> one?trim)?filter(one -> one?has_content)]
  <fieldset>
    <legend>${step.titre!}</legend>
    <ul>
      [#list lines as line]<li><label><input type="checkbox" data-case="${step?index}-${line?index}"> <span>${host.text(line)}</span></label></li>
      [/#list]
    </ul>
  </fieldset>
  [/#list]
  <p class="small">${i18n["ressources.cases.gardees"]}</p>
</div>
[/#if]
