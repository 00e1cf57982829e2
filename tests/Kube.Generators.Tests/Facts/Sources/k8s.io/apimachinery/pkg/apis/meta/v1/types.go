package v1

type TypeMeta struct {
	// +optional
	Kind string `json:"kind,omitempty"`
	// +optional
	APIVersion string `json:"apiVersion,omitempty"`
}

type ObjectMeta struct {
	// +optional
	// +listType=set
	Finalizers []string `json:"finalizers,omitempty"`
}

type Condition struct {
	// +required
	// +kubebuilder:validation:Enum=True;False;Unknown
	Status string `json:"status"`
	// +kubebuilder:validation:Minimum=0
	ObservedGeneration int64 `json:"observedGeneration,omitempty"`
}

type APIResource struct {
	// +listType=set
	ShortNames []string `json:"shortNames,omitempty"`
	Verbs Verbs `json:"verbs"`
}

type Verbs []string
