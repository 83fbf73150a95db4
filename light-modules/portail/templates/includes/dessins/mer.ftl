<svg class="bocage" viewBox="0 0 1440 560" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">
<circle class="b-star" cx="1130" cy="120" r="62"/>
<path class="b-rays" d="M1207 128l19 5m-30 27l9 9m-33 16l9 19m-41-8l-2 13m-33-16l-9 19m-20-37l-11 8m-7-37l-18 4m13-38l-14-4m25-28l-14-12m38-13l-5-13m37 2l1-19m34 22l6-11m23 29l16-12m2 41l16-3"/>
<path class="b-cloud" d="M1000 170q-4-16.8 16.8-17.6 7.2-21 33-14.4 22-8.8 29 12.8 20 0 16 19.2z"/>
<path class="b-cloud" d="M1292 84q-4-16.8 16.8-17.6 7.2-21 33-14.4 22-8.8 29 12.8 20 0 16 19.2z"/>
<path class="b-draw" stroke-width="4" d="M962 62q9-13 19-1 9-13 21-3"/>
<path class="b-draw" stroke-width="3.2" d="M1010 98q7.2-10.4 15.2-.8 7.2-10.4 16.8-2.4"/>
<path class="b-draw" stroke-width="2.8" d="M905 100q6.3-9.1 13.3-.7 6.3-9.1 14.7-2.1"/>
<path class="b-cornflower" d="M-20 226H1460V586H-20z"/>
<path class="b-pond" d="M-20 262c57 2 113 7 170 6 57-1 113-10 170-10 60 0 120 8 180 8 67 0 133-10 200-10 67 0 133 10 200 10 67 0 133-8 200-8 120 0 240 4 360 6V580H-20z"/>
<path class="b-lake" d="M-20 306c60-2 120-7 180-6 57 1 113 11 170 12 63 1 127-9 190-8 60 1 120 13 180 14 60 1 120-9 180-10 60-1 120 6 180 6 133 0 267-5 400-8V580H-20z"/>
<path class="b-water" d="M-.1 238q7.2-4.2 14.4 0M98 251q7.2-4.2 14.4 0M192 241q7.2-4.2 14.4 0M311 235q7.2-4.2 14.4 0m96.6 4q7.2-4.2 14.4 0m54.6-3q7.2-4.2 14.4 0M569 249q7.2-4.2 14.4 0m56.6-5q7.2-4.2 14.4 0m84.6-3q7.2-4.2 14.4 0m77.6-6q7.2-4.2 14.4 0m49.6 3q7.2-4.2 14.4 0m86.6 4q7.2-4.2 14.4 0m64.6 3q7.2-4.2 14.4 0m72.6-6q7.2-4.2 14.4 0m93.6 8q7.2-4.2 14.4 0m59.6-3q7.2-4.2 14.4 0m77.6 6q7.2-4.2 14.4 0M13 293q10.8-6.3 22 0m45-10q10.8-6.3 22 0m84-5q10.8-6.3 22 0m67-2q10.8-6.3 22 0m78 13q10.8-6.3 22 0m72 2q10.8-6.3 22 0m57-3q10.8-6.3 22 0m74-3q10.8-6.3 22 0m65 5q10.8-6.3 22 0m95-6q10.8-6.3 22 0m78-8q10.8-6.3 22 0m80 11q10.8-6.3 22 0m97 3q10.8-6.3 22 0m56-8q10.8-6.3 22 0m78-7q10.8-6.3 22 0m65 3q10.8-6.3 22 0M-5.3 339q15.6-9.1 31 0M62 329q15.6-9.1 31 0m53 12q15.6-9.1 31 0m34-8q15.6-9.1 31 0m62 8q15.6-9.1 31 0m78 0q15.6-9.1 31 0m46-9q15.6-9.1 31 0m50 9q15.6-9.1 31 0m87-13q15.6-9.1 31 0m39 1q15.6-9.1 31 0m43 5q15.6-9.1 31 0m65-4q15.6-9.1 31 0m29 3q15.6-9.1 31 0m51 2q15.6-9.1 31 0m86 2q15.6-9.1 31 0m60-1q15.6-9.1 31 0m70-10q15.6-9.1 31 0"/>
<path class="b-earth" d="M61 258c0-3 79-13 119-13 40 0 120 10 120 13 0 3-80 7-120 7-40 0-119-4-119-7z"/>
<path class="b-hedge" d="M70 257c15-6 29-14 44-18 18-6 37-12 55-12 22-1 44 4 66 9 18 5 37 14 55 21q-110 9-220 0z"/>
<path class="b-sun" d="M121 243q4-4 9-5l41-7q4 0 4 4v3q0 5-6 6l-48 4q-5 1-2-3z"/>
<path class="b-leaf" d="M178 236q0-6 7-5l28 4q5 0 7 4l1 3q3 4-2 4l-36-2q-5-1-5-6z"/>
<path class="b-texture" stroke-width="2.4" d="M182 235h0m14 1h0m13 1h0m-20 3h0m15 2h0m14 1h0"/>
<path class="b-sun" d="M224 241q-3-5 4-3l27 8q6 1 11 4l2 2q4 2 0 1l-35-6q-6-1-9-5z"/>
<path class="b-texture" stroke-width="1.7" d="M228 239l5 7m5-4l5 6m4-4l7 6m2-3l8 5"/>
<path class="b-leaf" d="M103 254q4-2 12-3l36-4q8 0 7 5l-1 1q-1 5-6 5l-45-1q-7 0-4-2z"/>
<path class="b-texture" stroke-width="2.6" d="M109 253h0m18-1h0m18-1h0m-30 4h0m19 0h0m18 0h0"/>
<path class="b-rose" d="M161 252q1-6 10-5l44 1q7 0 9 5l1 1q2 4-6 4H169q-9 0-8-5z"/>
<path class="b-leaf" d="M228 253q-2-3 5-3l31 4q8 1 11 2h1q4 1-4 1H236q-6 0-8-3z"/>
<path class="b-bush" stroke-width="6" d="M112 241h0m70-13h0"/>
<path class="b-bush" stroke-width="9" d="M84 252h0m44-16h0m44-8h0m57 8h0m12 3h0m13 4h0"/>
<path class="b-bush" stroke-width="12" d="M177 237h0m4 8h0m-43-12h0m18-4h0m108 18h0"/>
<path class="b-bush" stroke-width="15" d="M174 260h0"/>
<path class="b-bush-light" stroke-width="4" d="M175 234h0m5 9h0m-8 14h0m-35-26h0m18-4h0m107 18h0"/>
<path class="b-wall" d="M214 241v-9l7.5-7 7.5 7v9z"/>
<path class="b-roof" d="M212 233l9.3-9.2 9.3 9.2q-.9 1.4-2.2-.2l-6.2-6.7-6.2 6.7q-1.3 1.4-2.2-.2z"/>
<path class="b-ink" d="M220 241v-3.6q1.6-2.3 3.3 0V241z"/>
<path class="b-wall" d="M234 244v-8l6.5-6 6.5 6v8z"/>
<path class="b-poppy" d="M232 237l8.1-8 8.1 8q-.8 1.2-1.9-.2l-5.4-5.8-5.4 5.8q-1.1 1.2-1.9-.2z"/>
<path class="b-ink" d="M239 244v-3.2q1.4-2 2.9 0V244z"/>
<path class="b-earth" d="M461 251c0-3 53-9 79-9 26 0 80 6 80 9 0 3-54 7-80 7-26 0-79-4-79-7z"/>
<path class="b-hedge" d="M470 250c9-4 19-9 28-12 12-4 23-8 35-8 14 0 28 2 42 6 12 3 23 9 35 14q-70 9-140 0z"/>
<path class="b-wheat" d="M511 240q2-3 8-3h40q6 0 7 3v0q2 3-5 3H514q-5 0-3-3z"/>
<path class="b-texture" stroke-width="2.4" d="M515 239h0m14 0h0m13 0h0m13 0h0m-34 2h0m14 0h0m14 0h0m14 0h0"/>
<path class="b-leaf" d="M494 248q2-1 8-1l29-2q7 0 7 2v1q0 3-7 3l-33-1q-7 0-5-1z"/>
<path class="b-poppy" d="M542 247q0-2 8-2l27 2q9 0 11 1v1q2 1-4 1l-35 1q-7 0-7-3z"/>
<path class="b-bush" stroke-width="6" d="M543 231h0"/>
<path class="b-bush" stroke-width="9" d="M484 245h0m29-11h0m44-1h0m24 6h0m11 4h0"/>
<path class="b-bush" stroke-width="12" d="M568 235h0"/>
<path class="b-bush-light" stroke-width="4" d="M567 233h0"/>
<path class="b-wall" d="M540 240v-8l6-5.6 6 5.6v8z"/>
<path class="b-roof" d="M539 233l7.4-7.4 7.4 7.4q-.7 1.2-1.7-.1l-5-5.4-5 5.4q-1 1.2-1.7-.1z"/>
<path class="b-ink" d="M545 240v-3.2q1.3-1.8 2.6 0V240z"/>
<path class="b-earth" d="M800 298c11-10 21-23 32-30 16-11 32-19 48-24 27-8 53-10 80-14 33-6 67-12 100-16 40-5 80-9 120-10 43-1 87 5 130 4 50-1 100-8 150-12V340c-50-1-100-3-150-4-43-1-87-3-130-4-40-1-80-2-120-4-33-2-67-4-100-6-33-2-67-4-100-8-20-2-40-8-60-12z"/>
<path class="b-hedge" d="M800 292c11-10 21-24 32-30 16-10 32-14 48-18 27-7 53-10 80-14 33-6 67-12 100-16 40-5 80-9 120-10 43-1 87 5 130 4 50-1 100-8 150-12V330c-50-1-100-3-150-4-43-1-87-3-130-4-40-1-80-2-120-4-33-2-67-4-100-6-33-2-67-4-100-8-20-2-40-8-60-12z"/>
<path class="b-poppy" d="M939 241q7-5 17-6l74-12q9-2 3 6l-3 3q-6 7-16 8l-81 10q-8 1-1-4z"/>
<path class="b-meadow" d="M1040 225q4-4 10-5l74-8q6-1 3 5l-2 5q-4 8-13 9l-76 7q-8 1-3-5z"/>
<path class="b-texture" stroke-width="2.6" d="M1044 224h0m15-1h0m14-2h0m15-1h0m14-2h0m15-1h0m-70 12h0m15-2h0m15-1h0m15-2h0m15-1h0m15-2h0m-87 13h0m16-1h0m15-1h0m15-2h0m15-1h0m16-2h0"/>
<path class="b-rose" d="M1131 218q3-7 11-7l44-2q10 0 8 8v3q-2 8-10 8l-52 2q-6 0-4-5z"/>
<path class="b-texture" stroke-width="2.6" d="M1136 216h0m16 0h0m15-1h0m16 0h0m-43 9h0m17 0h0m16-1h0m16 0h0"/>
<path class="b-poppy" d="M1199 217q1-8 10-8l97 3q7 0 8 7l1 4q2 9-7 8l-101-3q-10 0-9-9z"/>
<path class="b-texture" stroke-width="2.6" d="M1203 214h0m17 1h0m16 0h0m17 1h0m16 1h0m16 0h0m17 1h0m-92 5h0m17 0h0m17 1h0m17 0h0m17 1h0m17 0h0m17 1h0"/>
<path class="b-leaf" d="M1319 220q-2-8 6-8l84-7q10 0 15 8l3 5q4 7-4 7l-93 6q-8 1-10-7z"/>
<path class="b-texture" stroke-width="1.9" d="M1325 216l89-7m-87 12l90-6m-89 12l93-6"/>
<path class="b-poppy" d="M1428 213q-5-9 5-9l91-5q10 0 17 7l8 8q7 7-3 8l-104 3q-6 0-9-5z"/>
<path class="b-texture" stroke-width="1.9" d="M1435 207l10 15m1-16l11 15"/>
<path class="b-sun" d="M949 256q8-6 18-7l105-11q7-1 3 5l-10 16q-5 7-14 8l-119 5q-8 1-1-4z"/>
<path class="b-texture" stroke-width="3" d="M954 255h0m18-2h0m18-1h0m18-2h0m17-2h0m18-1h0m18-2h0M954 260h0m19-1h0m18-1h0m19-2h0m18-1h0m18-1h0m19-2h0M936 268h0m19-2h0m19-1h0m19-1h0m19-1h0m19-1h0m19-1h0"/>
<path class="b-poppy" d="M1080 243q4-6 12-7l63-3q11-1 8 10l-3 10q-3 11-14 11l-73 2q-8 0-4-6z"/>
<path class="b-sun" d="M1168 244q4-12 16-12l41 1q12 0 11 12v10q-1 10-11 10l-51-1q-11 0-8-12z"/>
<path class="b-texture" stroke-width="2.1" d="M1175 237l57 2m-59 5l58 2m-60 5l60 2m-62 6l61 1"/>
<path class="b-wisteria" d="M1241 241q1-8 8-8l96 1q12 0 17 11l3 10q4 12-8 12l-109-1q-7 0-7-8z"/>
<path class="b-texture" stroke-width="2" d="M1255 238l-4 12 5 11m14-23l-4 12 5 11m14-23l-3 12 5 11m12-23l-2 12 6 12m11-24l-2 12 7 12m10-24l-1 12 7 12m9-24l-1 12 8 12"/>
<path class="b-leaf" d="M1366 243q-4-10 7-10l55-4q10-1 16 9l12 20q4 6-4 6l-69 2q-8 1-11-7z"/>
<path class="b-texture" stroke-width="2.1" d="M1373 238l10 24m2-25l11 24m1-25l12 25m0-26l13 25m-1-25l13 25m-2-26l15 25"/>
<path class="b-sun" d="M1450 239q-7-11 6-11l51-2q10 0 17 8l18 22q6 7-3 7l-66 1q-7 0-11-6z"/>
<path class="b-leaf" d="M1014 283q10-11 24-11l59-2q11 0 7 10l-10 20q-7 14-23 13l-69-3q-12-1-4-10z"/>
<path class="b-texture" stroke-width="3.5" d="M1023 279h0m21 0h0m22-1h0m22 0h0m-61 9h0m22 0h0m23 0h0m22 0h0m-85 8h0m23 0h0m23 1h0m23 0h0m-64 7h0m23 1h0m24 1h0m24 1h0"/>
<path class="b-poppy" d="M1110 280q5-11 17-11l86 1q12 0 11 11l-2 22q-1 16-17 15l-101-3q-10 0-6-9z"/>
<path class="b-texture" stroke-width="2.3" d="M1126 276l-11 16-2 17m30-33l-11 17-1 16m28-33l-10 17 1 17m26-34l-10 17 2 17m24-34l-8 17 2 18m23-35l-8 18 3 17"/>
<path class="b-rose" d="M1231 280q0-10 10-10l54 2q16 0 19 16l4 19q3 15-12 14l-62-2q-16 0-15-16z"/>
<path class="b-texture" stroke-width="3.5" d="M1236 279h0m20 1h0m21 0h0m21 1h0m-52 9h0m21 0h0m21 1h0m22 1h0m-75 8h0m22 0h0m22 1h0m22 1h0m-55 8h0m22 1h0m23 1h0m22 0h0"/>
<path class="b-wisteria" d="M1321 288q-3-16 13-16l74-2q15 0 22 14l14 27q6 14-9 14l-93-3q-14 0-17-14z"/>
<path class="b-rose" d="M1435 281q-5-11 7-12l109-1q13 0 22 11l34 40q6 8-4 7l-129-1q-16 0-23-14z"/>
<path class="b-texture" stroke-width="2.5" d="M1443 276l117-1m-114 7l120-1m-117 7h122m-119 6h124"/>
<path class="b-bush" stroke-width="9" d="M1109 233h0m87-15h0m-104-7h0m112-6h0m43 2h0m65 2h0m16-1h0m38-2h0m22-2h0"/>
<path class="b-bush" stroke-width="12" d="M1131 214h0m334 12h0m-296 5h0m-8 35h0m165 2h0m40-18h0M930 236h0m33-6h0m25-4h0m20-3h0m17-3h0m49-7h0m37-4h0m14-1h0m284-6h0"/>
<path class="b-bush" stroke-width="15" d="M923 272h0m325-4h0m169-1h0m-99 57h0M944 234h0m113-19h0m99-9h0m66 0h0m130 1h0m78-7h0"/>
<path class="b-bush" stroke-width="18" d="M1009 271h0m82 42h0"/>
<path class="b-bush-light" stroke-width="4" d="M1129 211h0m195 55h0m91-1h0m-51-17h0M961 228h0m148-21h0"/>
<path class="b-bush-light" stroke-width="6" d="M1006 268h0m-85 1h0m325-4h0m-157 46h0m227 10h0M941 231h0m114-18h0m99-10h0m66 0h0m130 1h0m77-7h0"/>
<path class="b-earth" d="M812 274q10-26 48-28 36 2 44 22-40 22-92 6z"/>
<path class="b-wall" d="M840 262l9-112h26l9 112q-22 9-44 0z"/>
<path class="b-roof" d="M842.5 238l2.2-28h34.6l2.2 28q-19 6-39 0zm4-52l2-24h27l2 24q-15 5-31 0z"/>
<path class="b-ink" d="M842 152q20 7 40 0l-2-8H844z"/>
<path class="b-sun" d="M851 144V124h22v20z"/>
<path class="b-draw" stroke-width="2" d="M862 144V124m-11 10h22"/>
<path class="b-roof" d="M846 126q16-26 32 0z"/>
<path class="b-ink" d="M857 262V249q5-9 10 0v13z"/>
<path class="b-wall" d="M888 266V252l13-12.1L914 252v14z"/>
<path class="b-poppy" d="M885 254l16.1-16 16.1 16q-1.6 2.5-3.7-.3l-10.8-11.6-10.8 11.6q-2.2 2.5-3.7-.3z"/>
<path class="b-ink" d="M898 266v-5.6q2.9-4 5.7 0V266z"/>
<path class="b-bush" stroke-width="12" d="M830 276h0"/>
<path class="b-bush" stroke-width="15" d="M816 272h0m120-8h0"/>
<path class="b-bush" stroke-width="18" d="M922 262h0"/>
<path class="b-bush-light" stroke-width="4" d="M828 274h0m106-12h0"/>
<path class="b-bush-light" stroke-width="6" d="M814 269h0m105-10h0"/>
<path class="b-earth" d="M934 326c35-3 71-7 106-8 53-1 107 3 160 4 43 1 87 4 130 4 43 0 87-3 130-4v38-2c-73-3-147-6-220-8-53-2-107-3-160-4-43-1-87-3-130-4z"/>
<path class="b-wheat" d="M944 336q60 6 140 8t160 5 216 9v8q-120-6-230-9t-150-5-130-8z"/>
<path class="b-wall" d="M968 330V304l15-13.9L998 304v26z"/>
<path class="b-roof" d="M964 307l18.6-18.5 18.6 18.5q-1.8 2.9-4.3-.4l-12.5-13.4-12.5 13.4q-2.5 2.9-4.3-.4z"/>
<path class="b-ink" d="M980 330V319.6q3.3-4.6 6.6 0V330z"/>
<path class="b-ink" d="M974 306h5v6h-5zm14 0h5v6h-5z"/>
<path class="b-rose" d="M1001 332V294l17-15.8 17 15.8v38z"/>
<path class="b-roof" d="M997 297l21-21 21 21q-2 3.3-4.9-.4L1020 281.4l-14.1 15.2q-2.9 3.3-4.9-.4z"/>
<path class="b-ink" d="M1014 332V316.8q3.7-5.2 7.5 0V332z"/>
<path class="b-ink" d="M1007 296h5v6h-5zm16 0h5v6h-5z"/>
<path class="b-wall" d="M1041 334V304l14-13 14 13v30z"/>
<path class="b-cornflower" d="M1038 306l17.4-17.2 17.4 17.2q-1.7 2.7-4-.3l-11.6-12.5-11.6 12.5q-2.4 2.7-4-.3z"/>
<path class="b-ink" d="M1052 334V322q3.1-4.3 6.2 0v12z"/>
<path class="b-ink" d="M1046 306h5v6h-5zm13 0h5v6h-5z"/>
<path class="b-sun" d="M1075 336V294l17-15.8 17 15.8v42z"/>
<path class="b-roof" d="M1071 297l21-21 21 21q-2 3.3-4.9-.4L1094 281.4l-14.1 15.2q-2.9 3.3-4.9-.4z"/>
<path class="b-ink" d="M1088 336V319.2q3.7-5.2 7.5 0V336z"/>
<path class="b-ink" d="M1081 296h5v6h-5zm16 0h5v6h-5z"/>
<path class="b-wall" d="M1112 334V304l15-13.9 15 13.9v30z"/>
<path class="b-poppy" d="M1108 307l18.6-18.5 18.6 18.5q-1.8 2.9-4.3-.4l-12.5-13.4-12.5 13.4q-2.5 2.9-4.3-.4z"/>
<path class="b-ink" d="M1124 334V322q3.3-4.6 6.6 0v12z"/>
<path class="b-ink" d="M1118 306h5v6h-5zm14 0h5v6h-5z"/>
<path class="b-lake" d="M1148 339V299l18-16.7 18 16.7v40z"/>
<path class="b-roof" d="M1144 302l22-22 22 22q-2.2 3.5-5.2-.4l-15-16.1-15 16.1q-3 3.5-5.2-.4z"/>
<path class="b-ink" d="M1162 339V323q4-5.5 7.9 0v16z"/>
<path class="b-ink" d="M1155 301h5v6h-5zm17 0h5v6h-5z"/>
<path class="b-wall" d="M1190 340V312l15-13.9 15 13.9v28z"/>
<path class="b-roof" d="M1186 315l18.6-18.5 18.6 18.5q-1.8 2.9-4.3-.4l-12.5-13.4-12.5 13.4q-2.5 2.9-4.3-.4z"/>
<path class="b-ink" d="M1202 340V328.8q3.3-4.6 6.6 0V340z"/>
<path class="b-ink" d="M1196 314h5v6h-5zm14 0h5v6h-5z"/>
<path class="b-poppy" d="M1226 340V302l17-15.8 17 15.8v38z"/>
<path class="b-roof" d="M1222 304l21-21 21 21q-2 3.3-4.9-.4L1245 288.4l-14.1 15.2q-2.9 3.3-4.9-.4z"/>
<path class="b-ink" d="M1239 340V324.8q3.7-5.2 7.5 0V340z"/>
<path class="b-ink" d="M1232 304h5v6h-5zm16 0h5v6h-5z"/>
<path class="b-wheat" d="M1266 341V311l15-13.9 15 13.9v30z"/>
<path class="b-cornflower" d="M1262 313l18.6-18.5 18.6 18.5q-1.8 2.9-4.3-.4l-12.5-13.4-12.5 13.4q-2.5 2.9-4.3-.4z"/>
<path class="b-ink" d="M1278 341V329q3.3-4.6 6.6 0v12z"/>
<path class="b-ink" d="M1272 313h5v6h-5zm14 0h5v6h-5z"/>
<path class="b-wall" d="M1299 344V312l17-15.8 17 15.8v32z"/>
<path class="b-roof" d="M1295 314l21-21 21 21q-2 3.3-4.9-.4L1318 298.4l-14.1 15.2q-2.9 3.3-4.9-.4z"/>
<path class="b-ink" d="M1312 344V331.2q3.7-5.2 7.5 0V344z"/>
<path class="b-ink" d="M1305 314h5v6h-5zm16 0h5v6h-5z"/>
<path class="b-bush" stroke-width="15" d="M1205 336h0"/>
<path class="b-bush" stroke-width="18" d="M958 332h0m407 8h0"/>
<path class="b-bush" stroke-width="21" d="M1347 338h0"/>
<path class="b-bush" stroke-width="30" d="M1446 342h0"/>
<path class="b-bush-light" stroke-width="6" d="M955 329h0m248 4h0m159 4h0"/>
<path class="b-bush-light" stroke-width="8" d="M1344 334h0"/>
<path class="b-bush-light" stroke-width="10" d="M1442 337h0"/>
<path class="b-wall" d="M1381 343V317l19-17.6 19 17.6v26z"/>
<path class="b-poppy" d="M1376 320l24-23 24 23q-2.3 3.6-5.5-.5l-15.8-17-15.8 17q-3.2 3.6-5.5-.5z"/>
<path class="b-ink" d="M1396 343V332.6q4.2-5.9 8.4 0V343z"/>
<g transform="translate(1030 368) scale(0.6)"><path class="b-draw" stroke-width="3" d="M-16-10V-62m0 6L18-12M-16-60L-48-12"/><path class="b-wall" d="M-10-10V-36H20v26z"/><path class="b-ink" d="M-4-30H4v9H-4zM8-30h8v9H8z"/><path class="b-roof" d="M-14-35H24v-6H-12z"/><path class="b-cornflower" d="M-52-16q14 6 50 5t58-9Q48 12 36 14H-30q-16-4-22-30z"/><path class="b-wall" d="M-51-10q40 9 105-2L52-6Q-8 4-49-4z"/><path class="b-water" d="M-58 20q14-7 28 0M8 20q16-7 38 0"/></g>
<g transform="translate(1128 372) scale(-0.6 0.6)"><path class="b-draw" stroke-width="3" d="M-16-10V-62m0 6L18-12M-16-60L-48-12"/><path class="b-wall" d="M-10-10V-36H20v26z"/><path class="b-ink" d="M-4-30H4v9H-4zM8-30h8v9H8z"/><path class="b-roof" d="M-14-35H24v-6H-12z"/><path class="b-poppy" d="M-52-16q14 6 50 5t58-9Q48 12 36 14H-30q-16-4-22-30z"/><path class="b-wall" d="M-51-10q40 9 105-2L52-6Q-8 4-49-4z"/><path class="b-water" d="M-58 20q14-7 28 0M8 20q16-7 38 0"/></g>
<path class="b-sun" d="M1212 335q17 16 19 32-10 3-19 0z"/>
<path class="b-rose" d="M1208 339q-12 14-13.5 28 7 3 13.5 0z"/>
<path class="b-wall" d="M1189 369h43q-4 10-12 10h-19q-8 0-12-10z"/>
<g transform="translate(1290 378) scale(0.6)"><path class="b-draw" stroke-width="3" d="M-16-10V-62m0 6L18-12M-16-60L-48-12"/><path class="b-wall" d="M-10-10V-36H20v26z"/><path class="b-ink" d="M-4-30H4v9H-4zM8-30h8v9H8z"/><path class="b-roof" d="M-14-35H24v-6H-12z"/><path class="b-sun" d="M-52-16q14 6 50 5t58-9Q48 12 36 14H-30q-16-4-22-30z"/><path class="b-wall" d="M-51-10q40 9 105-2L52-6Q-8 4-49-4z"/><path class="b-water" d="M-58 20q14-7 28 0M8 20q16-7 38 0"/></g>
<g transform="translate(350 324) scale(0.7)"><path class="b-draw" stroke-width="4" d="M0 0V-74"/><path class="b-rose" d="M4-72Q38-42 42-10 22-6 4-10z"/><path class="b-sun" d="M-5-64Q-29-38-33-10-19-6-5-10z"/><path class="b-roof" d="M-40-6H46Q38 14 22 14H-20Q-36 12-40-6z"/><path class="b-water" d="M-50 18q14-7 26 0m34 0q16-7 34 0"/></g>
<g transform="translate(640 352) scale(-1 1)"><path class="b-draw" stroke-width="4" d="M0 0V-74"/><path class="b-poppy" d="M4-72Q38-42 42-10 22-6 4-10z"/><path class="b-wall" d="M-5-64Q-29-38-33-10-19-6-5-10z"/><path class="b-cornflower" d="M-40-6H46Q38 14 22 14H-20Q-36 12-40-6z"/><path class="b-water" d="M-50 18q14-7 26 0m34 0q16-7 34 0"/></g>
<path class="b-wall" d="M442 252q13.6 12.8 15.2 26-8 3-15.2 0z"/>
<path class="b-sun" d="M438 256q-9.6 11.2-10.8 22 5.6 3 10.8 0z"/>
<path class="b-roof" d="M423 280h34q-3.2 8-9.6 8H432.2q-6.4 0-9.6-8z"/>
<path class="b-wall" d="M702 242q10.2 9.6 11.4 19.2-6 3-11.4 0z"/>
<path class="b-poppy" d="M698 244q-7.2 8.4-8.1 16.8 4.2 3 8.1 0z"/>
<path class="b-roof" d="M687 262h26q-2.4 6-7.2 6H694.4q-4.8 0-7.2-6z"/>
<path class="b-sun" d="M78 279q-17 16-19 32 10 3 19 0z"/>
<path class="b-wall" d="M82 283q12 14 13.5 28-7 3-13.5 0z"/>
<path class="b-roof" d="M59 313h43q-4 10-12 10H71q-8 0-12-10z"/>
<g transform="translate(210 330) scale(0.7)"><path class="b-draw" stroke-width="3" d="M-16-10V-62m0 6L18-12M-16-60L-48-12"/><path class="b-wall" d="M-10-10V-36H20v26z"/><path class="b-ink" d="M-4-30H4v9H-4zM8-30h8v9H8z"/><path class="b-roof" d="M-14-35H24v-6H-12z"/><path class="b-rose" d="M-52-16q14 6 50 5t58-9Q48 12 36 14H-30q-16-4-22-30z"/><path class="b-wall" d="M-51-10q40 9 105-2L52-6Q-8 4-49-4z"/><path class="b-water" d="M-58 20q14-7 28 0M8 20q16-7 38 0"/></g>
<path class="b-wisteria" d="M772 263q17 16 19 32-10 3-19 0z"/>
<path class="b-wall" d="M768 267q-12 14-13.5 28 7 3 13.5 0z"/>
<path class="b-roof" d="M749 297h43q-4 10-12 10H761q-8 0-12-10z"/>
<path class="b-water" d="M-20 337c43 3 87 5 130 8 53 4 107 10 160 14 50 4 100 5 150 10 53 5 107 13 160 18 53 5 107 12 160 14 50 2 100-2 150-4 50-2 100-8 150-8 47 0 93 5 140 6 47 1 93-1 140-2 47-1 93-4 140-6"/>
<path class="b-earth" d="M-20 344c43 3 87 5 130 8 53 4 107 10 160 14 50 4 100 5 150 10 53 5 107 13 160 18 53 5 107 12 160 14 50 2 100-2 150-4 50-2 100-8 150-8 47 0 93 5 140 6 47 1 93-1 140-2 47-1 93-4 140-6V580H-20z"/>
<path class="b-wheat" d="M-20 352c43 4 87 9 130 13 53 4 107 8 160 11 50 2 100 0 150 5 53 5 107 16 160 23 53 6 107 15 160 17 50 1 100-7 150-10 50-3 100-10 150-9 47 0 93 9 140 11 47 2 93 1 140-1 47-2 93-7 140-11V580H-20z"/>
<path class="b-texture" stroke-width="3" d="M1274 424h0M328 391h0m205 28h0m469 4h0m-480-8h0M9.7 366h0M1217 421h0m-503 9h0m389-12h0M670 428h0m611-8h0M898 430h0m393-8h0m20-3h0M857 440h0M34 369h0m564 64h0m49 5h0M452 400h0m488 25h0m-267 5h0m372-8h0m373-5h0M605 439h0m203 2h0M547 428h0M445 413h0m571 4h0M780 436h0M466 415h0m217 24h0M357 396h0m226 26h0"/>
<path class="b-path" stroke-width="13" d="M1460 398c-22 0-83 0-130 0-47 0-105-1-150-2-45-1-82-2-120-6-38-4-83-14-110-18-27-4-42-5-50-6"/>
<path class="b-texture" stroke-width="3" d="M1420 398h0m-40 0h0m-40 0h0m-40 0h0m-40-1h0m-40-1h0m-40 0h0m-40-1h0m-40-3h0m-40-3h0m-40-5h0m-40-6h0m-40-7h0"/>
<path class="b-wall" d="M893 368l3-28h12l3 28z"/>
<path class="b-meadow" d="M895 354l1-14h12l1 14zm0-14q7-14 14 0z"/>
<path class="b-hedge" d="M-20 376c57 1 113-2 170 2 60 4 120 13 180 22 57 9 113 23 170 32 53 8 107 16 160 20 47 3 93 3 140 0 40-2 80-10 120-14 47-4 93-9 140-10 60-1 120 5 180 4 73-1 147-5 220-8V600H-20z"/>
<path class="b-poppy" d="M-161 395q13-12 30-12H91q13 0 5 10L78 416q-10 13-26 13l-235-1q-14 0-4-10z"/>
<path class="b-rose" d="M101 398q11-14 28-12l119 10q17 2 7 16l-11 16q-6 10-17 9L91 429q-14 0-5-11z"/>
<path class="b-texture" stroke-width="2.6" d="M121 392L96 423m41-30l-24 31m39-30l-23 31m39-29l-23 30m39-29l-22 30m38-29l-22 30m37-28l-21 29m37-28l-20 29m36-28l-20 29"/>
<path class="b-meadow" d="M265 411q8-11 21-9l141 24q17 3 9 18l-3 5q-7 14-21 12L261 440q-14-2-6-14z"/>
<path class="b-texture" stroke-width="2.6" d="M280 408l149 25M275 416l150 24M269 425l152 23M264 433l153 22"/>
<path class="b-poppy" d="M1257 453q-10-14 7-14l240-8q16 0 27 10l18 18q8 7-3 7l-258 7q-17 0-26-14z"/>
<path class="b-texture" stroke-width="2.6" d="M1270 443l17 25m-2-25l19 24m-3-25l19 25m-3-25l19 25m-3-26l20 25m-5-25l21 25m-5-25l21 24m-5-25l22 25m-6-25l22 25m-6-26l23 25m-8-25l24 25m-8-26l24 25"/>
<path class="b-cornflower" d="M-159 449q13-13 32-13H-11q22.3 0 7.9 17L-41 498q-11 13-28 13H-201q-21 0-6-15z"/>
<path class="b-texture" stroke-width="3.3" d="M-13 447l-47 54"/>
<path class="b-sun" d="M13.2 446Q22 436 35 437l116 2q23 1 10 19l-29 43q-8 11-21 11l-131-1q-21 0-8-16z"/>
<path class="b-poppy" d="M174 455q10-14 28-12l243 30q17 2 10 18l-10 23q-9 19-30 17L156 513q-20-2-9-18z"/>
<path class="b-texture" stroke-width="4.6" d="M182 455h0m29 3h0m28 3h0m28 3h0m28 4h0m28 3h0m28 3h0m29 3h0m28 3h0m28 4h0M187 471h0m28 3h0m29 3h0m29 3h0m28 3h0m29 3h0m29 3h0m28 2h0m29 3h0m29 3h0M162 484h0m30 3h0m29 3h0m29 2h0m29 3h0m29 3h0m29 2h0m29 3h0m29 2h0m29 3h0m-257-8h0m30 3h0m29 2h0m30 2h0m30 3h0m29 2h0m30 2h0m29 3h0m30 2h0m29 3h0"/>
<path class="b-cornflower" d="M1118 497q-8-19 12-19l235-1q21 0 35 16l22 27q13 15-6 15l-263 1q-17 1-24-15z"/>
<path class="b-texture" stroke-width="4.6" d="M1121 487h0m28 0h0m28 0h0m28 0h0m28 0h0m28 0h0m28 0h0m28 0h0m28 0h0m28-1h0m-233 11h0m28 0h0m29 0h0m28 0h0m28 0h0m29 0h0m28-1h0m29 0h0m28 0h0m28 0h0m-265 11h0m29 0h0m29 0h0m28 0h0m29 0h0m29-1h0m29 0h0m28 0h0m29 0h0m29 0h0m-240 11h0m29 0h0m29 0h0m30-1h0m29 0h0m29 0h0m29 0h0m29 0h0m29 0h0m30-1h0m-273 12h0m30 0h0m29-1h0m30 0h0m29 0h0m30 0h0m29 0h0m30 0h0m29-1h0m30 0h0"/>
<path class="b-meadow" d="M1406 487q-9-10 5-10l152-3q19 0 33 13l38 35q12 11-4 11l-166 1q-18 0-29-13z"/>
<path class="b-texture" stroke-width="3.3" d="M1421 485l36 41m-17-42l38 42"/>
<path class="b-cornflower" d="M-216 541q20-21 50-21l255 1q26 0 11 21L51 616Q35 640 6.1 640H-287q-26 0-8-18z"/>
<path class="b-texture" stroke-width="4.2" d="M-187 534H84m-284 13l274 1m-286 12l277 1"/>
<path class="b-wisteria" d="M113 544q15-22 41-21l263 18q26 1 16 26l-21 53q-9 20-30 20L73 639q-23 0-10-18z"/>
<path class="b-texture" stroke-width="4.2" d="M142 540L88 623m79-82l-52 82m76-81l-49 82m74-80l-48 80m72-79l-45 79m70-78l-43 78m68-76l-42 77m66-76l-39 76m64-75l-37 75m61-73l-35 73m60-72l-33 73m58-71l-31 71"/>
<path class="b-cornflower" d="M1228 568q-11-21 12-21l183-3q18 0 30 14l54 66q12 15-7 15H1291q-23 0-34-20z"/>
<path class="b-texture" stroke-width="4" d="M1250 560l11 33 28 33m-10-67l12 34 29 33m-12-67l12 33 31 34m-15-67l14 33 33 34m-18-68l15 34 34 34m-20-68l16 34 35 34m-23-68l18 34 36 34"/>
<path class="b-leaf" d="M1472 565q-17-21 10-21l248-2q29 0 52 19l73 61q19 17-7 17H1562q-28 0-46-21z"/>
<path class="b-bush" stroke-width="9" d="M321 452h0m928-5h0M-6 463h0"/>
<path class="b-bush" stroke-width="12" d="M22 432h0m230 11h0m6 0h0m923 97h0M236 388h0m984 45h0m124-3h0m15-1h0"/>
<path class="b-bush" stroke-width="15" d="M167 457h0m1016 83h0M33 377h0m15 0h0m67 0h0m19 1h0m19 1h0m56 5h0m97 13h0m19 3h0m913 33h0m45-1h0m25-1h0m66-2h0m18-1h0m20-1h0m33-1h0"/>
<path class="b-bush" stroke-width="18" d="M123 519h0m1092 36h0M-10 377h0m108 0h0m156 13h0m24 3h0m1046 38h0m105-5h0"/>
<path class="b-bush-light" stroke-width="4" d="M20 429h0m230 11h0m6 1h0m-91 14h0m1016 83h0M31 375h0m82 0h0m19 1h0m191 22h0m983 31h0m84-3h0m20-1h0m33-2h0"/>
<path class="b-bush-light" stroke-width="6" d="M121 516h0m1091 36h0M-13 374h0m59 0h0m49 0h0m56 3h0m55 5h0m45 5h0m24 3h0m29 5h0m932 35h0m45-1h0m40-1h0m50-2h0m55-3h0"/>
<path class="b-leaf" d="M470 468c23-22 68-11 110-12 42-1 93 6 140 6 47 0 97 0 140-4 43-4 78-15 120-18 42-3 95-7 130 0 35 7 55 15 80 40 25 25 197 92 72 110-125 18-690 20-822 0-132-20 7-100 30-122z"/>
<path class="b-earth" d="M560 474c33-8 107 1 160 0 53-1 112-2 160-6 48-4 93-16 130-18 37-2 65-3 90 6 25 9 43 26 60 48 17 22 147 72 40 86-107 14-567 12-680 0-113-12-7-51 0-70 7-19 7-38 40-46z"/>
<path class="b-cornflower" d="M547 487q6-6 15-5h70q8 0 3 7l-7 9q-4 5-11 5H541q-11-1-3-8z"/>
<path class="b-lake" d="M641 489q5-7 14-6h56q8 0 4 8l-1 4q-5 9-16 9H637q-7-1-3-6z"/>
<path class="b-pond" d="M722 490q3-7 11-7l55-2q10 0 8 10l-1 4q-1 8-8 8l-60 1q-11 0-7-10z"/>
<path class="b-rose" d="M802 490q2-9 12-10l56-3q7-1 8 7l1 5q1 9-9 10l-61 3q-9 0-7-8z"/>
<path class="b-wisteria" d="M884 484q0-8 8-9l50-7q11-2 15 8l1 3q3 10-8 11l-57 7q-7 1-8-6z"/>
<path class="b-pond" d="M963 476q-4-11 7-12l50-5q8-1 11 6l7 12q4 6-3 7l-56 4q-11 0-15-10z"/>
<path class="b-lake" d="M1038 464q-4-6 3-6h35q11 0 18 9l7 9q5 8-4 8l-38-1q-10 0-16-9z"/>
<path class="b-pond" d="M544 518q10-10 24-10l69 1q14 0 6 11l-7 10q-7 11-19 10H530q-8 0-2-6z"/>
<path class="b-cornflower" d="M653 516q5-7 13-7h51q8 0 5 8l-5 12q-5 12-18 12H646q-9 0-4-8z"/>
<path class="b-lake" d="M728 518q4-9 14-9l34-1q14 0 11 13l-2 11q-2 8-10 8l-43 1q-13 0-8-12z"/>
<path class="b-cornflower" d="M794 521q2-13 16-14l26-1q12-1 12 11v13q0 8-8 9l-39 1q-10 0-9-10z"/>
<path class="b-wisteria" d="M855 516q0-11 11-12l33-2q8-1 10 7l3 15q2 11-10 12l-34 1q-12 1-13-11z"/>
<path class="b-rose" d="M916 509q-2-8 7-10l68-8q8-1 11 6l10 22q4 8-5 9l-73 6q-13 1-15-12z"/>
<path class="b-cornflower" d="M1010 497q-4-8 4-8h62q12 0 19 10l12 18q7 11-6 11l-64-1q-14 0-20-13z"/>
<path class="b-lake" d="M916 552q-2-11 9-12l79-6q17-1 23 14l13 29q6 13-9 14l-92 2q-16 0-19-15z"/>
<path class="b-rose" d="M1034 546q-5-13 9-13l73 1q11 0 17 9l27 37q8 11-5 11l-83-1q-17 0-24-15z"/>
<path class="b-water" d="M563 489q8-5 16 0m8 8q9-5 18 0m51-7q8-5 16 0m5 7q9-5 18 0m42-7q8-5 16 0m8 7q9-5 18 0m39-10q8-5 16 0m10 7q9-5 18 0m37-12q8-5 16 0m11 4q9-5 18 0m32-14q8-5 16 0m13 6q9-5 18 0m27-11q8-5 16 0m9 9q9-5 18 0M563 519q8-5 16 0m10 12q9-5 18 0m57-11q8-5 16 0m3 11q9-5 18 0m39-11q8-5 16 0m1 11q9-5 18 0m30-12q8-5 16 0m2 10q9-5 18 0m25-13q8-5 16 0m4 10q9-5 18 0m30-15q8-5 16 0m20 9q9-5 18 0m41-17q8-5 16 0m22 13q9-5 18 0M940 558q8-5 16 0m102-5q8-5 16 0"/>
<path class="b-wall" d="M639 505q9-22 16-22 9 4 16 22-16 5-32 0z"/>
<path class="b-texture" stroke-width="2" d="M660 501l-3-8"/>
<path class="b-wall" d="M776 498q8.1-19.8 14.4-19.8 8.1 4 14.4 19.8-14.4 4.5-29 0z"/>
<path class="b-texture" stroke-width="2" d="M794 494l-2.7-7.2"/>
<path class="b-wall" d="M889 500q9-22 16-22 9 4 16 22-16 5-32 0z"/>
<path class="b-texture" stroke-width="2" d="M910 496l-3-8"/>
<path class="b-wall" d="M1026 490q8.1-19.8 14.4-19.8 8.1 4 14.4 19.8-14.4 4.5-29 0z"/>
<path class="b-texture" stroke-width="2" d="M1044 486l-2.7-7.2"/>
<path class="b-wall" d="M1071 545q10.8-26 19.2-26 10.8 4 19.2 26-19.2 6-38 0z"/>
<path class="b-texture" stroke-width="2" d="M1096 540l-3.6-9.6"/>
<path class="b-wall" d="M589 556q11.7-29 21-29 11.7 4 21 29-21 6.5-42 0z"/>
<path class="b-texture" stroke-width="2" d="M616 551l-3.9-10.4"/>
<path class="b-bush" stroke-width="3" d="M40 366l-5-11m5 11V352m0 14l6-11m50 15l-5-11m5 11V356m0 14l6-11m58 15l-5-11m5 11V360m0 14l6-11m64 19l-5-11m5 11V368m0 14l6-11m64 19l-5-11m5 11V376m0 14l6-11m64 23l-5-11m5 11V388m0 14l6-11m64 25l-5-11m5 11V402m0 14l6-11m554 23l-5-11m5 11V414m0 14l6-11m74 7l-5-11m5 11V410m0 14l6-11m74 11l-5-11m5 11V410m0 14l6-11m74 13l-5-11m5 11V412m0 14l6-11"/>
<path class="b-wall" d="M424 418V389l12.1-13.2L448.2 389v29z"/>
<path class="b-poppy" d="M424 418V389h4.8v29zm19 0V389h4.8v29zm-23-29l16.1-18.7L452.2 389l-4 4-12.1-14.3L424 393z"/>
<path class="b-ink" d="M432 418V400.3h7.7V418z"/>
<path class="b-wall" d="M454 423V394l12.1-13.2L478.2 394v29z"/>
<path class="b-cornflower" d="M454 423V394h4.8v29zm19 0V394h4.8v29zm-23-29l16.1-18.7L482.2 394l-4 4-12.1-14.3L454 398z"/>
<path class="b-ink" d="M462 423V405.3h7.7V423z"/>
<path class="b-wall" d="M484 427V398l12.1-13.2L508.2 398v29z"/>
<path class="b-meadow" d="M484 427V398h4.8v29zm19 0V398h4.8v29zm-23-28l16.1-18.7L512.2 399l-4 4-12.1-14.3L484 403z"/>
<path class="b-ink" d="M492 427V409.3h7.7V427z"/>
<path class="b-wall" d="M514 432V403l12.1-13.2L538.2 403v29z"/>
<path class="b-rose" d="M514 432V403h4.8v29zm19 0V403h4.8v29zm-23-29l16.1-18.7L542.2 403l-4 4-12.1-14.3L514 407z"/>
<path class="b-ink" d="M522 432V414.3h7.7V432z"/>
<path class="b-wall" d="M544 436V407l12.1-13.2L568.2 407v29z"/>
<path class="b-wisteria" d="M544 436V407h4.8v29zm19 0V407h4.8v29zm-23-28l16.1-18.7L572.2 408l-4 4-12.1-14.3L544 412z"/>
<path class="b-ink" d="M552 436V418.3h7.7V436z"/>
<path class="b-wall" d="M574 441V412l12.1-13.2L598.2 412v29z"/>
<path class="b-poppy" d="M574 441V412h4.8v29zm19 0V412h4.8v29zm-23-29l16.1-18.7L602.2 412l-4 4-12.1-14.3L574 416z"/>
<path class="b-ink" d="M582 441V423.3h7.7V441z"/>
<path class="b-rose" d="M690 428l26-3 10 11-28 3z"/>
<g transform="translate(716 426)"><path class="b-draw" stroke-width="3.5" d="M0 0L6-40"/><path class="b-cornflower" d="M-30-30q6-26 38-22 28 6 28 30-10-8-20-3-8-8-20-5-12-6-26 0z"/><path class="b-wall" d="M-10-30Q-8-44 6-52q2 8 4 23-10-5-20-1z"/></g>
<path class="b-cornflower" d="M820 430l26-3 10 11-28 3z"/>
<g transform="translate(858 436) scale(-1 1)"><path class="b-draw" stroke-width="3.5" d="M0 0L6-40"/><path class="b-poppy" d="M-30-30q6-26 38-22 28 6 28 30-10-8-20-3-8-8-20-5-12-6-26 0z"/><path class="b-wall" d="M-10-30Q-8-44 6-52q2 8 4 23-10-5-20-1z"/></g>
<path class="b-poppy" d="M330 382l26-3 10 11-28 3z"/>
<g transform="translate(366 386) scale(0.8)"><path class="b-draw" stroke-width="3.5" d="M0 0L6-40"/><path class="b-wisteria" d="M-30-30q6-26 38-22 28 6 28 30-10-8-20-3-8-8-20-5-12-6-26 0z"/><path class="b-wall" d="M-10-30Q-8-44 6-52q2 8 4 23-10-5-20-1z"/></g>
<g transform="translate(776 438) scale(0.6)"><path class="b-draw" stroke-width="6" d="M-6-22L-7 0h-4M6-22L7 0h4"/><path class="b-draw" stroke-width="5" d="M-12-36L-22-20M12-36L22-20"/><path class="b-rose" d="M-15-18Q-17-50 0-50T15-18Q0-13-15-18z"/><circle class="b-roof" cx="0" cy="-60" r="10"/><path class="b-sun" d="M-15-62Q0-81 15-62l5 3Q0-53-20-59z"/></g>
<g transform="translate(646 444) scale(0.6)"><path class="b-draw" stroke-width="6" d="M-6-22L-7 0h-4M6-22L7 0h4"/><path class="b-draw" stroke-width="5" d="M-12-36l-14-8m38 8L22-20"/><path class="b-sun" d="M-15-18Q-17-50 0-50T15-18Q0-13-15-18z"/><circle class="b-roof" cx="0" cy="-60" r="10"/><path class="b-poppy" d="M-15-62Q0-81 15-62l5 3Q0-53-20-59z"/></g>
<path class="b-draw" stroke-width="1.6" d="M637 417q-40-26-69-75"/>
<path class="b-poppy" d="M568 342l-22-8-4-26 22 10z"/>
<path class="b-sun" d="M568 342l-4-24-22-10z"/>
<path class="b-draw" stroke-width="2.5" d="M568 342q2 10-4 14t0 12"/>
<circle class="b-poppy" cx="910" cy="424" r="7"/>
<path class="b-wall" d="M904 421q6 4 12 0l1 4q-7 4-14 0z"/>
<path class="b-path" stroke-width="18" d="M582 440c-4 3-13 13-26 18-13 5-36 7-50 14-14 7-27 17-34 28-7 11-1 25-6 40-5 15-22 42-26 50"/>
<path class="b-path" stroke-width="16" d="M1172 424c1 5-2 18 8 32 10 14 32 39 50 54 18 15 43 22 60 35 17 13 33 37 40 45"/>
<g transform="translate(842 528)"><path class="b-draw" stroke-width="4" d="M22-50L-46 6m-8-8l12 14"/></g>
<g transform="translate(850 530)"><path class="b-draw" stroke-width="6" d="M-6-22L-7 0h-4M6-22L7 0h4"/><path class="b-draw" stroke-width="5" d="M-12-40l-2 12-8 10M12-40l10 4"/><path class="b-poppy" d="M-15-18Q-17-50 0-50T15-18Q0-13-15-18z"/><circle class="b-roof" cx="0" cy="-60" r="10"/><path class="b-wheat" d="M-15-62Q0-81 15-62l5 3Q0-53-20-59z"/></g>
<g transform="translate(478 530) scale(-0.9 0.9)"><path class="b-draw" stroke-width="4.5" d="M-40-30a16 16 0 1 0 .1 0zM40-30a16 16 0 1 0 .1 0z"/><path class="b-draw" stroke-width="4.5" d="M-40-14l14-26H20L40-14M-26-40L-6-14 20-40m0 0L16-54l12-2M-34-46h14"/><path class="b-draw" stroke-width="7" d="M-24-50L-4-36-8-12"/><path class="b-sun" d="M-34-50q2-30 20-42Q0-94 0-82L-14-46q-12 4-20-4z"/><path class="b-draw" stroke-width="5.5" d="M-8-78L10-64l16 6"/><circle class="b-roof" cx="2" cy="-98" r="10"/><path class="b-cornflower" d="M-13-100q12-18 30 0l7 3Q4-91-14-96z"/></g>
<g transform="translate(250 452) scale(0.9)"><path class="b-draw" stroke-width="6" d="M-62 0V70M62 0V70"/><path class="b-earth" d="M-70 38H70V72H-70z"/><path class="b-roof" d="M-70 38H70v9H-70z"/><path class="b-cornflower" d="M-60 36q12-14 26-3l8-7V40z"/><path class="b-pond" d="M-24 36q12-14 26-3l8-7V40z"/><path class="b-wall" d="M16 38q3-16 16-15T48 38zm24 0q3-12 10-12T60 38z"/><circle class="b-poppy" cx="14" cy="33" r="6"/><path class="b-cornflower" d="M-84-6l16-42H68L84-6Q70 14 56-6 42 14 28-6 14 14 0-6-14 14-28-6-42 14-56-6-70 14-84-6z"/><path class="b-wall" d="M-56-6l11-42h22L-28-6Q-42 14-56-6zM0-6V-48H23L28-6Q14 14 0-6zM56-6L45-48H68L84-6Q70 14 56-6z"/></g>
<g transform="translate(150 530) scale(0.9)"><path class="b-draw" stroke-width="6" d="M-6-22L-7 0h-4M6-22L7 0h4"/><path class="b-draw" stroke-width="5" d="M-12-36L-22-20M12-36L28-26"/><path class="b-wisteria" d="M-15-18Q-17-50 0-50T15-18Q0-13-15-18z"/><circle class="b-roof" cx="0" cy="-60" r="10"/><path class="b-sun" d="M-15-62Q0-81 15-62l5 3Q0-53-20-59z"/><path class="b-wheat" d="M16-18H40L36-2H20z"/></g>
<g transform="translate(1290 450)"><path class="b-draw" stroke-width="5" d="M0 40V-18M120 44V-12M0-14Q60 8 120-12"/><path class="b-wall" d="M14-8L38-3 36 27 14 22z"/><path class="b-rose" d="M46-1l9 1 3 6 4-6 9 1 4 10-6 2-1 16-18-1V12l-7-1z"/><path class="b-sun" d="M84-3l22-5 3 24-8 2L98 6 97 20l-9 2z"/></g>
<path class="b-bush" stroke-width="15" d="M1166 456h0"/>
<path class="b-bush" stroke-width="18" d="M1150 450h0"/>
<path class="b-bush" stroke-width="21" d="M415 514h0m119-34h0"/>
<path class="b-bush" stroke-width="27" d="M430 500h0m-90 20h0"/>
<path class="b-bush-light" stroke-width="4" d="M1164 454h0"/>
<path class="b-bush-light" stroke-width="6" d="M412 511h0m735-64h0M531 477h0"/>
<path class="b-bush-light" stroke-width="8" d="M426 496h0m-90 20h0"/>
</svg>
