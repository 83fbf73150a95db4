[#import "/portail/templates/includes/icones.ftl" as icones]

[#-- « Et après ? »: one to three next steps, each a hash of href, title, text and icon; an empty address is left out. --]
[#macro steps steps title=""]
[#local open = steps?filter(step -> step.href?has_content)]
[#if open?has_content]
<section class="block steps" aria-labelledby="et-apres">
  <div class="hedge" aria-hidden="true"></div>
  <div class="inside">
    <h2 id="et-apres" class="block-title">${title?has_content?then(title, i18n["portail.suite.titre"])}</h2>
    <ul class="steps-list">
      [#list open as step]
      <li><a class="step" href="${step.href}">[@icones.icon step.icon!"suite" /] <span><strong>${step.title}</strong>[#if step.text?has_content] <span>${step.text}</span>[/#if]</span></a></li>
      [/#list]
    </ul>
  </div>
</section>
[/#if]
[/#macro]
