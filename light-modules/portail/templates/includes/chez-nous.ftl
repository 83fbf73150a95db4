[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/gestes.ftl" as gestes]

[#-- Where the association is: in the words of the settings, else of the contact page. --]
[#assign kept = host.byPath("/contact")]

[#-- Its lines, encoded. --]
[#function lines name][#return page.said(name, kept)?split("\n|<br ?/?>", "r")?map(line -> line?trim)?filter(line -> line?has_content)][/#function]

[#-- Text to ask a map for: the address without a name at its head; nothing where there is no address. --]
[#function place]
  [#local all = page.saidPlain("adresse", kept)?split("\n")?map(line -> line?trim)?filter(line -> line?has_content)]
  [#return ((all?size gt 1 && !all?first?matches(".*[0-9].*"))?then(all[1..], all))?join(", ")]
[/#function]

[#macro way][#if place()?has_content][@gestes.come {"words": place()} /][/#if][/#macro]

[#-- Address, hours and the way there, in short. --]
[#macro short level=3]
[#local address = lines("adresse") hours = lines("ouverture")]
[#if address?has_content || hours?has_content]
<div class="at-ours">
  <h${level}>${i18n["portail.contact.trouver"]}</h${level}>
  <ul class="facts">
    [#if address?has_content]<li>[@icones.icon "lieu" /] <span>${address?join("<br>")}</span></li>[/#if]
    [#if hours?has_content]<li>[@icones.icon "horaires" /] <span>${hours?join("<br>")}</span></li>[/#if]
  </ul>
  [@way /]
</div>
[/#if]
[/#macro]
