package v1beta1

// Pod is no stable type.
type Pod struct {
	Spec string `json:"spec"`
}
