package v1

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

type Event struct {
	metav1.TypeMeta `json:",inline"`
	// +optional
	metav1.ObjectMeta `json:"metadata,omitempty"`
	EventTime metav1.MicroTime `json:"eventTime"`
}
