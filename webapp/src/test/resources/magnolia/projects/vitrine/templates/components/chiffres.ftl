<dl><#if content.chiffres??><#list cmsfn.children(content.chiffres) as c><dt>${c.nom!}</dt><dd>${c.valeur!}</dd></#list></#if></dl>
