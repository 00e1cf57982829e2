// A sample in the form of the Kubernetes API sources, with real names of types and fields and every form that the reader knows.
package v1

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

/*
Block comments say nothing.
// +structType=atomic
*/

// LocalObjectReference names an object in the same namespace.
// +structType=atomic
type LocalObjectReference struct {
	// +optional
	// +default=""
	// +kubebuilder:default=""
	Name string `json:"name,omitempty" protobuf:"bytes,1,opt,name=name"`
}

// SecretKeySelector embeds another struct, which is atomic as it is itself.
// +structType=atomic
type SecretKeySelector struct {
	LocalObjectReference `json:",inline" protobuf:"bytes,1,opt,name=localObjectReference"`
	Key                  string `json:"key" protobuf:"bytes,2,opt,name=key"`
	// +optional
	Optional *bool `json:"optional,omitempty" protobuf:"varint,3,opt,name=optional"`
}

// SecretEnvSource is atomic only because of what it embeds.
type SecretEnvSource struct {
	LocalObjectReference `json:",inline"`
	// +optional
	Optional *bool `json:"optional,omitempty"`
}

type Empty struct{}

// ContainerPort has a value that is required by its C# type alone.
type ContainerPort struct {
	// +optional
	Name string `json:"name,omitempty"`
	ContainerPort int32 `json:"containerPort"`
	// +optional
	// +default="TCP"
	Protocol Protocol `json:"protocol,omitempty"`
}

type Protocol string

func (p Protocol) String() string {
	return string(p)
}

type Container struct {
	Name string `json:"name"`
	// Markers count across a blank line.
	// +listType=map
	// +listMapKey=containerPort
	// +listMapKey=protocol

	// The ports.
	// +optional
	Ports []ContainerPort `json:"ports,omitempty"`
	// +optional
	// +listType=atomic
	Command []string `json:"command,omitempty"`
	// +optional
	Args Arguments `json:"args,omitempty"`
	Hidden string `json:"-"`
}

type Arguments []string

// PodSpec has an atomic map, a default that points to a constant, and a property that no C# model has.
type PodSpec struct {
	// +optional
	// +mapType=atomic
	NodeSelector map[string]string `json:"nodeSelector,omitempty"`
	// +default=ref(Always)
	RestartPolicy string `json:"restartPolicy,omitempty"`
	Containers []Container `json:"containers"`
	Invented string `json:"invented"`
}

// PortStatus has a field that is optional for Go and required for the schema.
type PortStatus struct {
	Port int32 `json:"port"`
	// +optional
	// +kubebuilder:validation:Required
	// +kubebuilder:validation:MaxLength=316
	// +kubebuilder:validation:Pattern=`^a+$`
	Error *string `json:"error,omitempty"`
}

// Event has its name in two groups.
type Event struct {
	metav1.TypeMeta `json:",inline"`
	metav1.ObjectMeta `json:"metadata"`
	InvolvedObject LocalObjectReference `json:"involvedObject"`
}
