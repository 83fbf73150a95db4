avant
[#macro tourne][#list 1.. as i][#assign n = i][/#list][/#macro]
[@tourne /]
