/**
 * The parts that invented names are put together from: scripts and customs of many places, with diacritics,
 * apostrophes, hyphens, particles, single names and very long ones, because a register must hold every one of them
 * whole. Nobody real is meant; names are drawn without regard to anything else about an invented person. Data only.
 */
export interface NameBank {
  /** For us alone: which custom the names follow. */
  readonly custom: string;
  /** How often the bank is drawn from, beside the others. */
  readonly weight: number;
  /** How the parts make a name: `g` a given name, `f` a family name, anything else as it stands. */
  readonly patterns: readonly string[];
  readonly given: readonly string[];
  readonly family: readonly string[];
}

const bank = (
  custom: string,
  weight: number,
  patterns: readonly string[],
  given: string,
  family: string,
): NameBank => ({ custom, weight, patterns, given: given.split(', '), family: family.split(', ') });

export const nameBanks: readonly NameBank[] = [
  bank(
    'English in the United States',
    240,
    ['{g} {f}', '{g} {f}', '{g} {g} {f}', '{g} {f}-{f}'],
    'Alice, Amber, Andre, Angela, Aaliyah, Brenda, Brian, Carla, Carmen, Cedric, Charlene, Colin, Dana, Darnell, Deborah, Denise, Derek, Diane, Ebony, Edith, Elaine, Ellis, Erin, Felicia, Frances, Gail, Gloria, Grace, Harold, Heather, Imani, Irene, Isaiah, Jamal, Janet, Jasmine, Jerome, Joyce, Kayla, Keisha, Kenneth, Latoya, Lauren, Leon, Lorraine, Malik, Marcia, Marcus, Monique, Nadine, Nathan, Nora, Olive, Paula, Perry, Quentin, Rhonda, Rosalind, Ruth, Sheila, Simone, Tamika, Terrence, Tyrone, Vanessa, Vernon, Wanda, Wesley, Yvonne',
    'Abbott, Alston, Baptiste, Barlow, Battle, Beckett, Blackwood, Booker, Braxton, Bright, Broadnax, Calloway, Carver, Chisholm, Coles, Crowe, Dawson, Draper, Easley, Ellison, Fairchild, Faulk, Gadsden, Gaines, Garrison, Greenwood, Hargrove, Hawthorne, Holloway, Hurst, Ingram, Jeffers, Kersey, Kirkland, Langston, Lockhart, Mabry, Marsh, McQueen, Merriweather, Nettles, Oakley, Pettway, Pickens, Quarles, Rawlins, Ridley, Savage, Shepherd, Stallworth, Swain, Tolliver, Underwood, Vance, Wardlow, Whitlock, Winfrey, Yarbrough',
  ),
  bank(
    'Spanish, two family names',
    70,
    ['{g} {f} {f}', '{g} {f}', '{g} {g} {f} {f}', '{g} de la {f}'],
    'Ángel, Belén, César, Concepción, Damián, Encarnación, Esperanza, Fermín, Guadalupe, Héctor, Inés, Íñigo, Jesús, José, Joaquín, Lucía, María, Mónica, Nicolás, Óscar, Paloma, Pilar, Ramón, Raúl, Rocío, Rosalía, Sebastián, Sofía, Tomás, Úrsula, Verónica, Xóchitl, Yolanda',
    'Acuña, Aragón, Ávila, Barragán, Cárdenas, Castañeda, Cruz, Domínguez, Echeverría, Escobar, Farías, Fuentes, Galván, Güemes, Ibáñez, Jiménez, Lozano, Magaña, Muñoz, Nájera, Núñez, Ordóñez, Peña, Quiñones, Ríos, Rosario, Saldaña, Treviño, Ureña, Vásquez, Yáñez, Zúñiga',
  ),
  bank(
    'Portuguese',
    14,
    ['{g} {f}', '{g} dos {f}', '{g} {f} {f}'],
    'Adriano, Antônia, Bárbara, Caetano, Conceição, Flávio, Graça, Inês, João, Luís, Luísa, Mônica, Tainá, Vitória',
    'Araújo, Assunção, Brandão, Carvalho, Conceição, Falcão, Gonçalves, Leitão, Magalhães, Nóbrega, Paixão, Santos, Simões, Valadão',
  ),
  bank(
    'French and Haitian',
    20,
    ['{g} {f}', '{g}-{g} {f}', '{g} {f}-{f}', '{g} de {f}'],
    'Aimée, Anaïs, Benoît, Cédric, Chloé, Désirée, Élodie, Étienne, Françoise, Gaël, Hélène, Jean, Joël, Loïc, Maëlle, Marie, Noémie, Océane, Pierre, René, Solène, Thérèse, Zoé',
    "Bélanger, Béliveau, Célestin, Château, D'Aubigné, Désir, Dieudonné, Duchêne, Fénelon, Garçon, L'Heureux, Lévêque, Mathurin, Noël, Péralte, Pâquet, Sénécal, Théberge, Toussaint, Vérité",
  ),
  bank(
    'Irish and Scottish',
    28,
    ['{g} {f}', '{g} {g} {f}'],
    'Aoife, Bríd, Caoimhe, Conor, Deirdre, Eoghan, Fiadh, Gráinne, Isla, Máire, Niall, Órla, Róisín, Ruairí, Saoirse, Seán, Sinéad, Tadhg, Una',
    "MacAllister, Mac Giolla Phádraig, MacInnes, McGillicuddy, Ní Dhomhnaill, O'Beirne, O’Callaghan, Ó Conaill, O'Dowd, O'Flaherty, O’Hanlon, O'Sullivan-Byrne, Ó Súilleabháin",
  ),
  bank(
    'German and Dutch',
    22,
    ['{g} {f}', '{g} von {f}', '{g} van der {f}', '{g} {f}-{f}'],
    'Annelies, Björn, Dörte, Friederike, Götz, Günther, Hendrika, Jörg, Käthe, Lieselotte, Loes, Maaike, Rüdiger, Sjoerd, Sönke, Wiebke, Willem',
    'Achterberg, Bäumler, Böhme, Drießen, Großmann, Heuvel, Höfner, Kühnemund, Laan, Löwenthal, Meulen, Nußbaum, Öhlschläger, Rößler, Schäuffelen, Veen, Weiß, Zijlstra',
  ),
  bank(
    'Nordic and Icelandic',
    14,
    ['{g} {f}', '{g} {g} {f}'],
    'Åse, Birgitta, Björk, Eyþór, Guðrún, Håkon, Jökull, Kåre, Øyvind, Páll, Ragnheiður, Sæunn, Solveig, Þóra, Tuomas, Väinö',
    'Ångström, Bjarnadóttir, Guðmundsdóttir, Hämäläinen, Jónsson, Kjærgaard, Mäkelä, Nygård, Ødegård, Sigurðardóttir, Söderström, Þorvaldsson, Tómasdóttir, Öberg',
  ),
  bank(
    'Polish, Czech, Slovak and Hungarian',
    20,
    ['{g} {f}', '{g} {g} {f}', '{g} {f}-{f}'],
    'Agnieszka, Błażej, Dušan, Elżbieta, Gyöngyi, Jiří, László, Ľubica, Małgorzata, Mieczysław, Ondřej, Róża, Stanisław, Šárka, Tímea, Władysława, Zdeněk, Żaneta',
    'Brzęczyszczykiewicz, Černá, Czyż, Dvořák, Głąb, Hrubý, Kovács, Krętowski, Łukasik, Nagyová, Őry, Pięta, Růžička, Szczęsny, Šťastný, Tóthová, Źrebiec, Żółty',
  ),
  bank(
    'Balkan and Romanian',
    12,
    ['{g} {f}', '{g} {f}-{f}'],
    'Anđela, Čedomir, Đorđe, Goran, Ileana, Ljiljana, Mărioara, Ștefan, Snežana, Țiriac, Vesna, Željko',
    'Babić, Čolaković, Đukić, Hadžić, Ionescu, Lațcu, Mrkšić, Njegoš, Popović, Șerban, Šarić, Țepeș, Živković',
  ),
  bank(
    'Turkish and Azerbaijani',
    10,
    ['{g} {f}', '{g} {g} {f}'],
    'Ayşe, Çağla, Doğan, Elçin, Gülşen, Işıl, İbrahim, Ömer, Oğuz, Şirin, Ümit, Yıldız, Əli',
    'Akgün, Bıçakçı, Çelik, Dağlı, Erdoğmuş, Gökçe, Işık, Kılıç, Öztürk, Şahin, Türkoğlu, Ünal, Yıldırım, Məmmədov',
  ),
  bank(
    'Vietnamese',
    26,
    ['{f} {g}', '{f} Thị {g}', '{g} {f}', '{f} Văn {g}'],
    'An, Ánh Tuyết, Bảo, Bích, Châu, Đạt, Diễm, Dũng, Hạnh, Hiếu, Hồng, Huệ, Khánh, Lệ, Mỹ, Ngọc, Phượng, Quỳnh, Thảo, Trâm, Tú, Vĩnh, Xuân, Yến',
    'Bùi, Châu, Đặng, Đỗ, Dương, Hồ, Hoàng, Huỳnh, Lê, Lý, Mai, Ngô, Nguyễn, Phạm, Phan, Quách, Tạ, Trần, Trịnh, Võ, Vũ',
  ),
  bank(
    'Chinese, in characters',
    14,
    ['{f}{g}', '{f}{g}{g}'],
    '安, 宝, 晨, 丹, 芳, 国, 浩, 慧, 佳, 静, 俊, 兰, 丽, 明, 娜, 琪, 荣, 思, 涛, 婷, 伟, 欣, 雪, 雅, 怡, 宇, 志, 子',
    '陈, 邓, 范, 高, 韩, 黄, 蒋, 李, 刘, 罗, 马, 欧阳, 彭, 司马, 孙, 唐, 王, 吴, 徐, 杨, 张, 郑, 诸葛',
  ),
  bank(
    'Chinese, in letters',
    24,
    ['{g} {f}', '{f} {g}', '{f} {g}-{g}', '{g} {g} {f}'],
    'Ah, Bo, Chun, Fei, Hao, Hui, Jia, Jun, Kai, Lan, Lei, Li, Mei, Min, Na, Pei, Qi, Rong, Shu, Tao, Wei, Xia, Xin, Yi, Ying, Yu, Zhen',
    'Au, Chan, Chen, Chiu, Fu, Gao, He, Hsieh, Hu, Kwok, Lam, Leung, Li, Lü, Ma, Ng, O, Ouyang, Qiu, Shih, Su, Tsai, Wu, Xu, Ye, Yu, Zhao, Zhuang',
  ),
  bank(
    'Japanese',
    14,
    ['{f} {g}', '{f}{g}'],
    'あかり, 葵, 和子, 健, 桜, 翔太, 大輔, 千尋, 直樹, 陽菜, 真理子, 美咲, ゆき, 蓮',
    '伊藤, 小野寺, 加藤, 木村, 佐々木, 鈴木, 高橋, 田中, 中村, 林, 松本, 山田, 渡邊, 吉田',
  ),
  bank(
    'Korean, in Hangul',
    14,
    ['{f}{g}', '{f} {g}'],
    '가은, 나래, 도윤, 민서, 보람, 서연, 수빈, 아름, 예준, 우진, 은지, 재희, 지우, 하늘, 현우',
    '강, 고, 권, 김, 남궁, 노, 문, 박, 배, 서, 선우, 송, 신, 안, 오, 윤, 이, 임, 정, 최, 황보',
  ),
  bank(
    'Korean, in letters',
    14,
    ['{g} {f}', '{f} {g}'],
    'Eun-ji, Ha-neul, Hye-jin, Ji-ho, Jin-ah, Min-jun, Seo-yeon, Soo-bin, Sung-min, Woo-jin, Yu-na',
    'Bae, Cho, Gwak, Hwang, Im, Jung, Kwon, Noh, Oh, Pyo, Ryu, Shin, Yoo',
  ),
  bank(
    'Filipino',
    24,
    ['{g} {f}', '{g} {g} {f}', '{g} de los {f}', '{g} {f}-{f}'],
    'Analyn, Bayani, Corazón, Dalisay, Efren, Girlie, Hiyas, Jomar, Ligaya, Luzviminda, Marivic, Nenita, Rodel, Tala, Virgilio',
    'Abaya, Bautista, Catacutan, Dimaculangan, Ebalobor, Gatdula, Ilagan, Macapagal, Magbanua, Panganiban, Reyes, Salonga, Tumbokon, Ycasiano',
  ),
  bank(
    'Hindi, in Devanagari',
    10,
    ['{g} {f}'],
    'अनिल, आशा, इंदु, कविता, गीता, दीपक, नेहा, प्रिया, मीरा, राजेश, लक्ष्मी, विजय, शांति, सुनीता, हरीश',
    'अग्रवाल, कुमार, गुप्ता, चौधरी, जोशी, त्रिपाठी, दुबे, पांडेय, मिश्रा, वर्मा, शर्मा, सिंह',
  ),
  bank(
    'South Asian, in letters',
    34,
    ['{g} {f}', '{g} {f}', '{g} {g} {f}'],
    'Aarti, Anjali, Arjun, Bhavna, Chitra, Farhana, Gurpreet, Harleen, Ishaan, Jaspreet, Kavitha, Lakshmi, Meenakshi, Nasreen, Parveen, Priya, Ravi, Rukhsana, Sanjay, Shabnam, Swati, Tahmina, Uday, Vikram, Zainab',
    'Ahluwalia, Banerjee, Chakraborty, Das, Gunawardena, Hossain, Iyer, Jayasuriya, Kaur, Krishnamurthy, Malhotra, Nair, Patel, Qureshi, Ramachandran, Rahman, Shrestha, Singh, Subramaniam, Thapa, Venkataraman, Wickramasinghe',
  ),
  bank(
    'Tamil, Bengali, Gujarati and Sinhala scripts',
    7,
    ['{g} {f}', '{g}'],
    'அருண், கண்ணகி, மலர்விழி, অনন্যা, রবীন, সুমিতা, જયેશ, હેતલ, නිමල්, සුනිල්',
    'முருகன், செல்வம், চট্টোপাধ্যায়, সরকার, પટેલ, શાહ, පෙරේරා, සිල්වා',
  ),
  bank(
    'Persian, Urdu and Arabic, in Arabic letters',
    12,
    ['{g} {f}', '{g} بن {g} {f}', '{g} {f}'],
    'أحمد, آمنة, بلال, جميلة, خديجة, رضا, زینب, سمیرا, شهرزاد, عائشة, فاطمة, کاوه, ليلى, محمد, نسرین, هاجر, یاسمین',
    'الحسيني, الخطيب, الراوي, الزهراني, العلي, المصري, بختیاری, جعفری, حداد, رحمانی, شیرازی, كنعان, موسوی, نجار',
  ),
  bank(
    'Arabic and Persian, in letters',
    26,
    ['{g} {f}', '{g} bin {g} {f}', '{g} al-{f}', "{g} 'Abd al-{f}", '{g} {f}'],
    "'Aisha, Abdullāh, Ahlam, Bassam, Dunya, Farrokh, Ghada, Hanan, Ibtisam, Ja'far, Khalid, Layla, Mahnaz, Mu'min, Nasrin, Omid, Rana, Sa'id, Shirin, Tariq, Yusra, Zaynab",
    "Amin, Baghdadi, Darwish, Farahani, Ghazali, Haddad, Hakim, Jaziri, Karim, Ma'luf, Masri, Najjar, Qasim, Rahim, Sa'di, Shami, Tehrani, Zahrani",
  ),
  bank(
    'Hebrew',
    8,
    ['{g} {f}', '{g} בן {f}'],
    'אביגיל, דוד, חנה, יוסף, לאה, משה, נועה, עדינה, רחל, שמואל, תמר',
    'אברהם, ביטון, גולדברג, חיים, כהן, לוי, מזרחי, פרץ, רוזן, שלום',
  ),
  bank(
    'Jewish and Yiddish, in letters',
    12,
    ['{g} {f}', '{g} ben {f}'],
    'Avigail, Bracha, Chaim, Dov, Esther, Fruma, Hadassah, Menachem, Moishe, Rivka, Shlomo, Tzipora, Yehudit, Zelda',
    'Abramovitz, Ben-Ami, Berkowitz, Dayan, Finkelstein, Gutfreund, Katzenellenbogen, Levy, Perlmutter, Rabinovich, Szyk, Tzur, Zilberman',
  ),
  bank(
    'Russian, Ukrainian and Bulgarian',
    18,
    ['{g} {f}', '{g} Андріївна {f}', '{g} Иванович {f}'],
    'Алексей, Богдан, Валентина, Галина, Дмитрий, Євгенія, Екатерина, Жанна, Ірина, Йордан, Людмила, Мстислав, Наталія, Олександр, Светлана, Фёдор, Юлія, Ярослав',
    'Бойко, Воробьёв, Гриценко, Димитров, Єфименко, Журавлёв, Іваненко, Коваль, Левченко, Мельник, Пономарёв, Романюк, Шевчук, Щербина, Яковлев',
  ),
  bank(
    'Greek',
    8,
    ['{g} {f}'],
    'Αλέξανδρος, Βασιλική, Γεώργιος, Δέσποινα, Ελένη, Θεόδωρος, Ιωάννης, Κωνσταντίνα, Νικόλαος, Σοφία, Χρυσούλα',
    'Αγγελόπουλος, Βλάχος, Γεωργίου, Δημητρίου, Καραμανλή, Μαυρομάτη, Παπαδόπουλος, Σταυρίδης, Τσιώλη',
  ),
  bank(
    'Armenian and Georgian',
    7,
    ['{g} {f}'],
    'Անահիտ, Գրիգոր, Լուսինե, Տիգրան, გიორგი, თამარი, ნინო, ქეთევანი',
    'Բաղդասարյան, Հարությունյան, Մկրտչյան, Սարգսյան, ბერიძე, კაპანაძე, მამულაშვილი, ჯავახიშვილი',
  ),
  bank(
    'Thai, Khmer, Lao and Burmese',
    10,
    ['{g} {f}', '{g}'],
    'กมล, ชาลี, ธนพร, นภา, พิมพ์ชนก, สมชาย, សុភា, ច័ន្ទ, ວັນນາ, အောင်, စန္ဒာ',
    'จันทร์ดี, ทองสุข, บุญมา, ศรีสวัสดิ์, วงศ์สุวรรณ, កែវ, ជា, ພົມວິຫານ, ကျော်, မြင့်',
  ),
  bank(
    'Ethiopian and Eritrean, in Ethiopic',
    8,
    ['{g} {f}', '{g} {f} {f}'],
    'አበባ, በቀለ, ገነት, ሃና, ለማ, መሰረት, ሰላም, ትርሐስ, ዮሐንስ, ዘውዲቱ',
    'ኃይሌ, ወልደ, ገብረመድህን, ተስፋዬ, አለሙ, ከበደ, ደስታ, ጸጋዬ',
  ),
  bank(
    'African, in letters',
    40,
    ['{g} {f}', '{g} {g} {f}', '{g} {f}'],
    "Abẹ́bí, Adjoa, Ama, Amadou, Bọ́lá, Chukwuemeka, Dembélé, Fatoumata, Ìyábọ̀, Kagiso, Kofi, Kwabena, Mbali, N'deye, Naledi, Nkechi, Ọlúwáṣẹ́gun, Ousmane, Sibusiso, Tàíwò, Thandiwe, Uchechi, Wanjirũ, Yaw, Zodwa, ǃNanni",
    "Abẹ́òkúta, Achebe-Okoro, Adéwálé, Boateng, Diallo, Dlamini, Ekwueme, Gcaba, Ìbíkúnlé, Kariũki, Mbeki, Mensah, Mwangi, N'Diaye, Ng'ang'a, Nkrumah, Nwosu, Okafor, Ọbádínà, Osei, Sow, Traoré, Tshabalala, Wolde, Xaba, Zulu",
  ),
  bank(
    'Hawaiian, Samoan, Māori and Navajo',
    12,
    ['{g} {f}', '{g} {f}'],
    'Aʻi, Hōkū, Kahurangi, Kaʻiulani, Leilani, Māhealani, Ngaio, Noelani, Tavita, Tāne, Tūī, Haseya, Yanaba, Łizhin',
    "Fa'alogo, Ioane, Kahananui, Kealoha, Keliʻi, Leʻa, Ngata, Paʻakaula, Tāmihana, Tuiasosopo, Tso, Yazzie, Begay",
  ),
  bank(
    'Single names and initials',
    22,
    ['{g}', '{g}', '{f}. {g}', '{f}.{f}. {g}'],
    'Suharto, Purwanti, Wulandari, Slamet, Kartini, Sukarno, Thiruvalluvar, Nandakumar, Meera, Prabhakaran, Tashi, Pema, Dawa, Zulfiya, Ö, Y, Ai, Jo, Bo, Lê, 민, 洋',
    'A, B, K, M, N, P, R, S, T, V',
  ),
];

/** Whole names that try a register hardest: very long ones, one of exactly 200 characters, and short ones. */
export const wholeNames: readonly string[] = [
  'María de los Ángeles Guadalupe Francisca de la Concepción Fernández de Córdoba y Álvarez de las Asturias',
  'Sri Venkata Lakshmi Narasimha Raghavendra Subrahmanya Satyanarayana Prasada Rao Kodandaramaiah',
  'Tuiaʻana Leilani Kealohapauʻole Kahananuiokalani Keihanaikukauakahihulihekahaunaele',
  'Ọlúwáfẹ́mi Ọláolúwapọ̀ Ìbùkúnolúwa Adéyẹmí-Ọ̀ṣúnkúnlé',
  'Wolfeschlegelsteinhausenbergerdorff Maximiliane Josepha Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst',
  'พระยาศรีสุริยวงศ์ เทพหัสดิน ณ อยุธยา',
  `Thoko ${'Sithembiso-Nokuthula '.repeat(9)}Zwane`,
  'Ng',
  'Ý',
  'Oʼ',
  '李',
  'O',
];
