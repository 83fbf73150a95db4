[#macro tourne n]${n?c} [@tourne n + 1 /][/#macro]
[@tourne 1 /]
