package sarif

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

type log struct {
	Schema  string `json:"$schema"`
	Version string `json:"version"`
	Runs    []run  `json:"runs"`
}

type run struct {
	Tool        tool         `json:"tool"`
	Invocations []invocation `json:"invocations"`
	Language    string       `json:"language"`
	ColumnKind  string       `json:"columnKind"`
	NewLines    []string     `json:"newlineSequences"`
	Results     []result     `json:"results"`
	Taxonomies  []taxonomy   `json:"taxonomies"`
}

type tool struct {
	Driver driver `json:"driver"`
}

type driver struct {
	Name                string      `json:"name"`
	Version             string      `json:"version,omitempty"`
	InformationURI      string      `json:"informationUri"`
	Language            string      `json:"language"`
	Rules               []rule      `json:"rules"`
	SupportedTaxonomies []component `json:"supportedTaxonomies"`
}

type invocation struct {
	ExecutionSuccessful bool `json:"executionSuccessful"`
}

type rule struct {
	ID            string         `json:"id"`
	Name          string         `json:"name"`
	Short         *text          `json:"shortDescription,omitempty"`
	Full          *text          `json:"fullDescription,omitempty"`
	Help          *text          `json:"help,omitempty"`
	Default       configuration  `json:"defaultConfiguration"`
	Relationships []relationship `json:"relationships,omitempty"`
}

type text struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type configuration struct {
	Level string `json:"level"`
}

type relationship struct {
	Target reference `json:"target"`
	Kinds  []string  `json:"kinds"`
}

type reference struct {
	ID        string    `json:"id"`
	Component component `json:"toolComponent"`
}

type component struct {
	Name  string `json:"name"`
	Index int    `json:"index"`
}

type taxonomy struct {
	Name           string `json:"name"`
	InformationURI string `json:"informationUri"`
	Language       string `json:"language"`
	Short          text   `json:"shortDescription"`
	Taxa           []term `json:"taxa"`
}

type term struct {
	ID string `json:"id"`
}

type result struct {
	RuleID        string            `json:"ruleId"`
	RuleIndex     int               `json:"ruleIndex"`
	Level         string            `json:"level"`
	Message       message           `json:"message"`
	Locations     []location        `json:"locations"`
	Related       []location        `json:"relatedLocations,omitempty"`
	Fingerprints  map[string]string `json:"partialFingerprints"`
	BaselineState string            `json:"baselineState,omitempty"`
	Suppressions  []suppression     `json:"suppressions,omitempty"`
	Rank          float64           `json:"rank"`
	Taxa          []reference       `json:"taxa,omitempty"`
	Fixes         []fix             `json:"fixes,omitempty"`
	Properties    properties        `json:"properties"`
}

type message struct {
	Text string `json:"text"`
}

type location struct {
	ID       int      `json:"id,omitempty"`
	Physical physical `json:"physicalLocation"`
	Message  *message `json:"message,omitempty"`
}

type physical struct {
	Artifact artifact `json:"artifactLocation"`
	Region   region   `json:"region"`
}

type artifact struct {
	URI string `json:"uri"`
}

type region struct {
	StartLine   int      `json:"startLine"`
	StartColumn int      `json:"startColumn"`
	EndLine     int      `json:"endLine"`
	EndColumn   int      `json:"endColumn"`
	Snippet     *content `json:"snippet,omitempty"`
}

type content struct {
	Text string `json:"text"`
}

type suppression struct {
	Kind          string `json:"kind"`
	Status        string `json:"status"`
	Justification string `json:"justification,omitempty"`
}

type fix struct {
	Description message          `json:"description"`
	Changes     []artifactChange `json:"artifactChanges"`
}

type artifactChange struct {
	Artifact     artifact      `json:"artifactLocation"`
	Replacements []replacement `json:"replacements"`
}

type replacement struct {
	Deleted  region  `json:"deletedRegion"`
	Inserted content `json:"insertedContent"`
}

// properties are what the format has no field for.
type properties struct {
	Event      string   `json:"event"`
	Kind       string   `json:"kind"`
	Severity   string   `json:"severity"`
	Confidence float64  `json:"confidence"`
	Group      *int     `json:"group,omitempty"`
	Outliers   []string `json:"outliers,omitempty"`
	Reason     string   `json:"reason,omitempty"`
}
