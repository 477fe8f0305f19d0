/** Given and family names that go together, by where a family comes from. The people are invented. */
export const nameGroups: readonly { given: readonly string[]; family: readonly string[] }[] = [
  {
    given: ['Hannah', 'Caleb', 'Tessa', 'Derek', 'Chloe', 'Ian', 'Ruth', 'Wesley', 'Paige', 'Grant', 'Molly', 'Curtis'],
    family: ['Brandt', 'Wright', 'Monroe', 'Mullins', 'Prescott', 'Hollis', 'Sutter', 'Keene', 'Bloom', 'Farrow', 'Tillman', 'Ashby'],
  },
  {
    given: ['Olivia', 'Harry', 'Imogen', 'Callum', 'Freya', 'Alistair', 'Poppy', 'Rhys', 'Isla', 'Duncan'],
    family: ['Pemberton', 'Hughes', 'MacLeod', 'Thornton', 'Griffiths', 'Barclay', 'Whitlock', 'Ferguson', 'Okell', 'Marsh'],
  },
  {
    given: ['Chidi', 'Ngozi', 'Samuel', 'Adaeze', 'Tunde', 'Ifeoma', 'Grace', 'Emeka', 'Bisi', 'Kelechi'],
    family: ['Adeyemi', 'Nwosu', 'Idowu', 'Eze', 'Obi', 'Afolabi', 'Okeke', 'Bello', 'Uzor', 'Oyelaran'],
  },
  {
    given: ['Kwame', 'Abena', 'Kofi', 'Esi', 'Yaw', 'Ama', 'Kojo', 'Efua'],
    family: ['Mensah', 'Osei', 'Boateng', 'Asante', 'Owusu', 'Appiah', 'Darko', 'Quaye'],
  },
  {
    given: ['Arjun', 'Ananya', 'Rohan', 'Kavya', 'Vikram', 'Neha', 'Sanjay', 'Meera', 'Aditya', 'Divya'],
    family: ['Iyer', 'Mehta', 'Kulkarni', 'Nair', 'Chopra', 'Reddy', 'Banerjee', 'Desai', 'Menon', 'Kapoor'],
  },
  {
    given: ['Rafael', 'Camila', 'Mateo', 'Valeria', 'Diego', 'Elena', 'Javier', 'Lucía', 'Andrés', 'Ximena'],
    family: ['Vásquez', 'Guerrero', 'Salazar', 'Delgado', 'Herrera', 'Montoya', 'Rivas', 'Cárdenas', 'Fuentes', 'Zamora'],
  },
  {
    given: ['Victor', 'Beatriz', 'Gabriel', 'Larissa', 'Thiago', 'Juliana', 'Caio', 'Renata', 'Otávio'],
    family: ['Almeida', 'Duarte', 'Santos', 'Teixeira', 'Barbosa', 'Moreira', 'Cardoso', 'Pinheiro', 'Rocha'],
  },
  {
    given: ['Wei', 'Xiuying', 'Jun', 'Mei', 'Haoran', 'Yating', 'Zhiyuan', 'Lian', 'Kai'],
    family: ['Zhang', 'Liu', 'Huang', 'Xu', 'Guo', 'Lin', 'Tang', 'Cheng', 'Song'],
  },
  {
    given: ['Mei', 'Haruto', 'Aiko', 'Kenji', 'Yuki', 'Sora', 'Naomi', 'Takumi', 'Emi'],
    family: ['Tanaka', 'Fujimoto', 'Nakagawa', 'Ishikawa', 'Mori', 'Okada', 'Hayashi', 'Shimizu', 'Kondo'],
  },
  {
    given: ['Ji-woo', 'Min-jun', 'Soo-ah', 'Hyun', 'Eun-ji', 'Tae-yang', 'Da-eun', 'Joon'],
    family: ['Park', 'Choi', 'Jung', 'Kang', 'Yoon', 'Lim', 'Shin', 'Han'],
  },
  {
    given: ['Linh', 'Minh', 'Thao', 'Bao', 'Huong', 'Quang', 'Mai', 'Duc'],
    family: ['Nguyen', 'Tran', 'Pham', 'Vo', 'Dang', 'Bui', 'Ngo', 'Ly'],
  },
  {
    given: ['Amira', 'Omar', 'Yara', 'Karim', 'Leila', 'Tariq', 'Noor', 'Sami', 'Rania', 'Hadi'],
    family: ['Saleh', 'Haddad', 'Khoury', 'Mansour', 'Nasser', 'Farah', 'Aziz', 'Barakat', 'Darwish', 'Sabbagh'],
  },
  {
    given: ['Fatima', 'Youssef', 'Salma', 'Mehdi', 'Khadija', 'Anas', 'Imane', 'Bilal'],
    family: ['Zahra', 'Benali', 'El Amrani', 'Cherkaoui', 'Tazi', 'Idrissi', 'Alaoui', 'Berrada'],
  },
  {
    given: ['Darius', 'Shirin', 'Kian', 'Nasrin', 'Arash', 'Parisa', 'Behzad', 'Laleh'],
    family: ['Ahmadi', 'Rostami', 'Karimi', 'Farahani', 'Jafari', 'Tehrani', 'Moradi', 'Shirazi'],
  },
  {
    given: ['Emre', 'Zeynep', 'Kerem', 'Elif', 'Burak', 'Defne', 'Can', 'Selin'],
    family: ['Yilmaz', 'Demir', 'Kaya', 'Aydin', 'Arslan', 'Polat', 'Korkmaz', 'Ozturk'],
  },
  {
    given: ['Jonas', 'Lena', 'Felix', 'Katrin', 'Lukas', 'Anke', 'Moritz', 'Greta', 'Björn'],
    family: ['Keller', 'Vogel', 'Hartmann', 'Lorenz', 'Brenner', 'Seidel', 'Winkler', 'Köhler', 'Roth'],
  },
  {
    given: ['Leo', 'Camille', 'Mathis', 'Élodie', 'Hugo', 'Manon', 'Bastien', 'Inès', 'Luc'],
    family: ['Fontaine', 'Moreau', 'Lefèvre', 'Girard', 'Rousseau', 'Mercier', 'Chevalier', 'Perrin', 'Blanchet'],
  },
  {
    given: ['Giulia', 'Marco', 'Chiara', 'Lorenzo', 'Serena', 'Dario', 'Alessia', 'Nico'],
    family: ['Ferrari', 'Conti', 'Marchetti', 'Rinaldi', 'Galli', 'Bellini', 'Caruso', 'Vitale'],
  },
  {
    given: ['Nils', 'Ingrid', 'Søren', 'Astrid', 'Henrik', 'Maja', 'Anders', 'Liv', 'Eino'],
    family: ['Eriksen', 'Bergman', 'Dahl', 'Nyström', 'Holm', 'Lund', 'Sandberg', 'Virtanen', 'Hagen'],
  },
  {
    given: ['Kasia', 'Piotr', 'Zofia', 'Marek', 'Agnieszka', 'Tomasz', 'Oksana', 'Bohdan', 'Milena'],
    family: ['Kowalczyk', 'Nowicki', 'Zielinski', 'Wójcik', 'Kaminski', 'Lis', 'Shevchenko', 'Bondar', 'Markovic'],
  },
  {
    given: ['Sofia', 'Nikos', 'Eleni', 'Dimitri', 'Ioana', 'Andrei', 'Mirela', 'Stavros'],
    family: ['Papadakis', 'Georgiou', 'Kostas', 'Economou', 'Popescu', 'Ionescu', 'Dobre', 'Vlahos'],
  },
  {
    given: ['Selam', 'Dawit', 'Hana', 'Yonas', 'Ayana', 'Abdi', 'Hodan', 'Tesfaye'],
    family: ['Tadesse', 'Bekele', 'Haile', 'Abebe', 'Warsame', 'Gebre', 'Alemu', 'Farole'],
  },
  {
    given: ['Angelo', 'Maricel', 'Paolo', 'Jasmine', 'Rodel', 'Liza', 'Ramon', 'Cherry'],
    family: ['Bautista', 'Villanueva', 'Mercado', 'Aquino', 'Pascual', 'Manalo', 'Soriano', 'Lacson'],
  },
  {
    given: ['Siobhan', 'Declan', 'Aoife', 'Ronan', 'Niamh', 'Cormac', 'Maeve', 'Eoin'],
    family: ["O'Connell", 'Brennan', 'Gallagher', 'Doyle', 'Kavanagh', 'Lynch', "O'Dea", 'Quinlan'],
  },
  {
    given: ['Naomi', 'Eli', 'Talia', 'Asher', 'Yael', 'Noam', 'Miriam', 'Boaz'],
    family: ['Rosen', 'Levi', 'Shapiro', 'Abrams', 'Mizrahi', 'Katz', 'Perlman', 'Azoulay'],
  },
]

/** What leads do for a living, with the end of an address that their business might have. */
export const trades: readonly { name: string; domain: string }[] = [
  { name: 'ceramics studio', domain: 'ceramics' },
  { name: 'fitness studio', domain: 'fit' },
  { name: 'bookkeeping practice', domain: 'books' },
  { name: 'wedding photography', domain: 'photo' },
  { name: 'dental practice', domain: 'dental' },
  { name: 'executive coaching practice', domain: 'coaching' },
  { name: 'online language school', domain: 'lingua' },
  { name: 'landscaping company', domain: 'gardens' },
  { name: 'marketing agency', domain: 'media' },
  { name: 'interior design studio', domain: 'interiors' },
  { name: 'nutrition practice', domain: 'nutrition' },
  { name: 'software consultancy', domain: 'labs' },
  { name: 'real estate team', domain: 'homes' },
  { name: 'recruiting firm', domain: 'talent' },
  { name: 'home renovation business', domain: 'build' },
  { name: 'music school', domain: 'music' },
]

export const revenues = [
  'Under $5k per month',
  '$5k - $10k per month',
  '$10k - $25k per month',
  '$25k - $50k per month',
  'Over $50k per month',
] as const
