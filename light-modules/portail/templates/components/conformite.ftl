[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/editeur.ftl" as editor]
[#-- A state counts with the day of its audit and who made it; without an audit the law has one word. --]
[#assign state = page.said("accesEtat") auditor = page.said("accesAuditeur") day = (page.reglages.accesLe)!""]
[#assign audited = state?has_content && auditor?has_content && day?is_date_like]
[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
<p>${editor.name?has_content?then(editor.name, i18n["portail.conformite.neutre"])} ${i18n["portail.conformite.engagement"]}</p>
<p><strong>${i18n["portail.conformite." + audited?then(state, "non")]}</strong> ${i18n["portail.conformite.rgaa"]}
[#if audited]${i18n["portail.conformite.audit"]} ${host.formatDate(day, "d MMMM yyyy")} ${i18n["portail.conformite.par"]} ${auditor}.[#else]${i18n["portail.conformite.sansAudit"]}[/#if]</p>
